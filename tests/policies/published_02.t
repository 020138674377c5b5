The central guideline on core indicators as published.  甲: execution 79.99 %, not done: 5; cost met 20; 29/50 = 58 %: 0; 30/50 = 60 %: 12; met 20;
satisfaction 85 %: 8.  Sum 65 of 100.  乙 without cost indicators: done within budget 10; 50; 有 against “无此制度” cannot be read: 0 .. 30;
59.99 %: 0.  The checks of the weights hold for both.
==> p from ../../examples/published/核心绩效指标
$ heng check p/核心绩效指标.heng
$ heng score p/核心绩效指标.heng p/指标表.csv --format csv | cut -d, -f1,3,5,7,8,9
form,name,weight,score,low,high
甲,预算执行,10,5,5,5
甲,执行进度,10,5,5,5
甲,成本指标,20,20,20,20
甲,单位成本,20,20,20,20
甲,产出指标,40,12,12,12
甲,发放数量,20,0,0,0
甲,检查次数,20,12,12,12
甲,效益指标,20,20,20,20
甲,建立制度,20,20,20,20
甲,满意度指标,10,8,8,8
甲,服务对象满意度,10,8,8,8
甲,总分,100,65,65,65
乙,预算执行,10,10,10,10
乙,执行进度,10,10,10,10
乙,产出指标,50,50,50,50
乙,发放数量,50,50,50,50
乙,效益指标,30,,0,30
乙,建立制度,30,,0,30
乙,满意度指标,10,0,0,0
乙,服务对象满意度,10,0,0,0
乙,总分,100,,60,90
$ heng score p/核心绩效指标.heng p/指标表.csv --explain | grep -E '^(检查|提示)'
? 1
