Forms of three regions with every indicator written out.  The money rows: 78.3 / 90, 190.04 / 425.28 and
23,871,869.32 / 29,886,190 of 10 points are 8.7, 4.47 and 7.99.  Words that repeat their target give 80-100 % of the
weight; 3次 for a date and 100% for words give anything.  Totals: 8.7 + 45..50 + 24..30 + 10; 4.47 + (4.47 + 24..30 +
10) + 24..30 + 8..10; 10 + 38..40 + 24..30 + 10 + 10; 10 + 27..40 + 24..30 + 10 + 10; 7.99 + 50 + 27..30 + 10.
==> 宿州 from ../../examples/宿州-2022
==> 沅江 from ../../examples/沅江-2023
==> 杨浦 from ../../examples/上海杨浦-2022
$ heng check */*.heng
$ heng score 宿州/支付方式改革.heng 宿州/支付方式改革.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
000_payment_reform,,预算执行率,indicator,10,0.87,8.7,8.7,8.7,missed,
000_payment_reform,,产出指标,group,50,,,45,50,unknown,
000_payment_reform,产出指标,数量指标,group,15,1,15,15,15,met,
000_payment_reform,产出指标/数量指标,医保支付方式改革专题培训,indicator,5,1,5,5,5,met,
000_payment_reform,产出指标/数量指标,医药机构支付方式改革试点督查考核,indicator,5,1,5,5,5,met,
000_payment_reform,产出指标/数量指标,城镇职工按病种付费病种数,indicator,5,1,5,5,5,met,
000_payment_reform,产出指标,质量指标,group,15,1,15,15,15,met,
000_payment_reform,产出指标/质量指标,会议和培训出勤率,indicator,3,1,3,3,3,met,
000_payment_reform,产出指标/质量指标,医保政策培训完成率,indicator,3,1,3,3,3,met,
000_payment_reform,产出指标/质量指标,对医药机构督查考核完成率,indicator,4,1,4,4,4,met,
000_payment_reform,产出指标/质量指标,支付方式改革试点工作落地完成率,indicator,5,1,5,5,5,met,
000_payment_reform,产出指标,时效指标,group,10,,,5,10,unknown,
000_payment_reform,产出指标/时效指标,专题培训完成时间,indicator,5,1,5,5,5,met,
000_payment_reform,产出指标/时效指标,督查考核完成时间,indicator,5,,,0,5,missing,
000_payment_reform,产出指标,成本指标,group,10,1,10,10,10,met,
000_payment_reform,产出指标/成本指标,项目总成本,indicator,10,1,10,10,10,met,
000_payment_reform,,效益指标,group,30,,,24,30,unknown,
000_payment_reform,效益指标,经济效益指标,group,10,,,8,10,unknown,
000_payment_reform,效益指标/经济效益指标,对参保群众医药费用减轻程度,indicator,5,,,4,5,met,
000_payment_reform,效益指标/经济效益指标,对医保基金使用效率提升程度,indicator,5,,,4,5,met,
000_payment_reform,效益指标,社会效益指标,group,10,,,8,10,unknown,
000_payment_reform,效益指标/社会效益指标,对深化医药卫生体制改革制度建设、项目推进的影响程度,indicator,5,,,4,5,met,
000_payment_reform,效益指标/社会效益指标,对维护参保群众医保待遇和健康服务的影响程度,indicator,5,,,4,5,met,
000_payment_reform,效益指标,可持续影响指标,group,10,,,8,10,unknown,
000_payment_reform,效益指标/可持续影响指标,长期坚持服务群众，提高全市参保人员医疗保障待遇水平,indicator,10,,,8,10,met,
000_payment_reform,,满意度指标,group,10,1,10,10,10,met,
000_payment_reform,满意度指标,定点医药机构满意度,indicator,10,1,10,10,10,met,
000_payment_reform,,总分,total,100,,,87.7,98.7,unknown,优/良
$ heng score 宿州/结转第二批.heng 宿州/结转第二批.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
000_carryover_batch2,,预算执行率,indicator,10,4751/10632,4.47,4.47,4.47,missed,
000_carryover_batch2,,产出指标,group,50,,,38.47,44.47,unknown,
000_carryover_batch2,产出指标,数量指标,group,10,0.447,4.47,4.47,4.47,partly,
000_carryover_batch2,产出指标/数量指标,下达补助资金,indicator,10,19004/42527,4.47,4.47,4.47,missed,
000_carryover_batch2,产出指标,质量指标,group,30,,,24,30,unknown,
000_carryover_batch2,产出指标/质量指标,能力提升工作完成质量,indicator,30,,,24,30,met,
000_carryover_batch2,产出指标,时效指标,group,10,1,10,10,10,met,
000_carryover_batch2,产出指标/时效指标,能力提升工作完成时间,indicator,10,1,10,10,10,met,
000_carryover_batch2,,效益指标,group,30,,,24,30,unknown,
000_carryover_batch2,效益指标,社会效益指标,group,15,,,12,15,unknown,
000_carryover_batch2,效益指标/社会效益指标,群众对医疗服务与保障能力提升的满意度,indicator,15,,,12,15,met,
000_carryover_batch2,效益指标,可持续影响指标,group,15,,,12,15,unknown,
000_carryover_batch2,效益指标/可持续影响指标,医疗服务与能力建设对今后工作的影响,indicator,15,,,12,15,met,
000_carryover_batch2,,满意度指标,group,10,,,8,10,unknown,
000_carryover_batch2,满意度指标,服务能力,indicator,10,,,8,10,met,
000_carryover_batch2,,总分,total,100,,,74.94,88.94,unknown,良/中
$ heng score 沅江/参保筹资.heng 沅江/参保筹资.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
001_enrolment_funding,,预算执行率,indicator,10,1,10,10,10,met,
001_enrolment_funding,,产出指标,group,40,,,38,40,unknown,
001_enrolment_funding,产出指标,数量指标,group,15,1,15,15,15,met,
001_enrolment_funding,产出指标/数量指标,基本医疗保险综合参保率,indicator,15,1,15,15,15,met,
001_enrolment_funding,产出指标,质量指标,group,15,1,15,15,15,met,
001_enrolment_funding,产出指标/质量指标,医保待遇按时拨付到位,indicator,15,1,15,15,15,met,
001_enrolment_funding,产出指标,时效指标,group,10,,,8,10,unknown,
001_enrolment_funding,产出指标/时效指标,预决算及时公开性,indicator,10,,,8,10,met,
001_enrolment_funding,,效益指标,group,30,,,24,30,unknown,
001_enrolment_funding,效益指标,社会效益指标,group,30,,,24,30,unknown,
001_enrolment_funding,效益指标/社会效益指标,参保人合法权利得到保障,indicator,30,,,24,30,met,
001_enrolment_funding,,满意度指标,group,10,1,10,10,10,met,
001_enrolment_funding,满意度指标,参保人对医保服务满意度,indicator,10,1,10,10,10,met,
001_enrolment_funding,,成本指标,group,10,1,10,10,10,met,
001_enrolment_funding,成本指标,经济成本指标,group,10,1,10,10,10,met,
001_enrolment_funding,成本指标/经济成本指标,各项工作成本按预算执行,indicator,10,1,10,10,10,met,
001_enrolment_funding,,总分,total,100,,,92,100,unknown,优
$ heng score 沅江/能力建设.heng 沅江/能力建设.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
001_central_capacity,,预算执行率,indicator,10,1,10,10,10,met,
001_central_capacity,,产出指标,group,40,,,27,40,unknown,
001_central_capacity,产出指标,数量指标,group,15,1,15,15,15,met,
001_central_capacity,产出指标/数量指标,每个县（区）开通门诊慢特病跨省联网定点医疗机构数量,indicator,15,1,15,15,15,met,
001_central_capacity,产出指标,质量指标,group,15,,,12,15,unknown,
001_central_capacity,产出指标/质量指标,医保目录管理规范性情况,indicator,15,,,12,15,met,
001_central_capacity,产出指标,时效指标,group,10,,,0,10,unknown,
001_central_capacity,产出指标/时效指标,信息公开性和及时性,indicator,10,,,0,10,missing,
001_central_capacity,,效益指标,group,30,,,24,30,unknown,
001_central_capacity,效益指标,社会效益指标,group,30,,,24,30,unknown,
001_central_capacity,效益指标/社会效益指标,医保标准化水平,indicator,30,,,24,30,met,
001_central_capacity,,满意度指标,group,10,1,10,10,10,met,
001_central_capacity,满意度指标,参保人对医保服务满意度,indicator,10,1,10,10,10,met,
001_central_capacity,,成本指标,group,10,1,10,10,10,met,
001_central_capacity,成本指标,经济成本指标,group,10,1,10,10,10,met,
001_central_capacity,成本指标/经济成本指标,各项工作成本按预算执行,indicator,10,1,10,10,10,met,
001_central_capacity,,总分,total,100,,,81,100,unknown,优/良
$ heng score 杨浦/城乡医疗救助.heng 杨浦/城乡医疗救助.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
003_urban_rural_aid,,预算执行率,indicator,10,596796733/747154750,7.99,7.99,7.99,missed,
003_urban_rural_aid,,产出指标,group,50,1,50,50,50,met,
003_urban_rural_aid,产出指标,全年医疗救助拨付批次,indicator,15,1,15,15,15,met,
003_urban_rural_aid,产出指标,医疗救助经办准确率,indicator,20,1,20,20,20,met,
003_urban_rural_aid,产出指标,医疗救助资金拨付及时率,indicator,15,1,15,15,15,met,
003_urban_rural_aid,,效益指标,group,30,,,27,30,unknown,
003_urban_rural_aid,效益指标,医疗救助资金拨付覆盖率,indicator,15,1,15,15,15,met,
003_urban_rural_aid,效益指标,长效管理制度建设,indicator,15,,,12,15,met,
003_urban_rural_aid,,满意度指标,group,10,1,10,10,10,met,
003_urban_rural_aid,满意度指标,医疗救助对象对服务满意度,indicator,10,1,10,10,10,met,
003_urban_rural_aid,,总分,total,100,,,94.99,97.99,unknown,优
