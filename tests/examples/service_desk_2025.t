The service desk's rules of 2025 against those of 2024.  By hand, Coverage of 60 at >= 95 %, then of 50 at >= 98 %, and
Complaints of 40, then of 50, at <= 3:
North  97 % and 2: 60 + 40 = 100.  Then 97/98 of 50 and 50: 99.489…
South  76 % and 4: 48 + 30 = 78.  Then 76/98 of 50 is 38.775…, and 37.5: 76.275…, which is B now.
East   "≥ 90%" and 3: 56.842… to 60, and 40.  Then 45.918… to 50, and 50: 95.918… to 100.
West   95 %, complaints not given: 60 to 100.  Then 95/98 of 50: 48.469… to 98.469….
==> desk from ../../examples/service-desk
$ heng compare desk/service-desk.heng desk/service-desk-2025.heng desk/data.csv --lang en
old: Service desk 2024 (desk/service-desk.heng)
new: Service desk 2025 (desk/service-desk-2025.heng)
4 forms, 4 changed
  down     4 forms, low end -14.6890…, high end -3.7653…
  another grade in 1

grades, from the old (rows) to the new (columns)
             A      B  A/B/C
  A          2      .      .
  C          .      1      .
  A/B/C      .      .      1

changed clauses, in the order in which they were swapped
  1  Coverage: changed
     - weight 60
     + weight 50
     desk/service-desk.heng:3 -> desk/service-desk-2025.heng:3
     down 4 forms, low end -37.4736…, high end -38; another grade in 1; moves Coverage
  2  Coverage: changed
     - target >= 95%
     + target >= 98%
     desk/service-desk.heng:3 -> desk/service-desk-2025.heng:3
     down 4 forms, low end -4.7153…, high end -3.2653…; another grade in 2; moves Coverage
  3  Complaints: changed
     - weight 40
     + weight 50
     desk/service-desk.heng:4 -> desk/service-desk-2025.heng:4
     up 4 forms, low end +27.5, high end +37.5; another grade in 3; moves Complaints
  4  changed
     - grade { A >= 90; B >= 80; C otherwise }
     + grade { A >= 90; B >= 75; C otherwise }
     desk/service-desk.heng:6 -> desk/service-desk-2025.heng:6
     another grade in 1

largest changes
  West   60 ~ 100 (lower end excluded) -> 48.4693… ~ 98.4693… (lower end excluded)  low end -11.5306…, high end -1.5306…
    1  Coverage: weight 50  -10
    2  Coverage: target >= 98%  -1.5306…; grade A/B/C -> B/C
    3  Complaints: weight 50  low end 0, high end +10; grade B/C -> A/B/C
      Coverage: 60 -> 48.4693…, of 60 -> 50  -10 (1), -1.5306… (2)
      Complaints: 0 ~ 40 (lower end excluded) -> 0 ~ 50 (lower end excluded), of 40 -> 50  low end 0, high end +10 (3)
  South  78 -> 76.2755…  -1.7244…  grade C -> B
    1  Coverage: weight 50  -8
    2  Coverage: target >= 98%  -1.2244…
    3  Complaints: weight 50  +7.5
    4  grade { A >= 90; B >= 75; C otherwise }; grade C -> B
      Coverage: 48 -> 38.7755…, of 60 -> 50  -8 (1), -1.2244… (2)
      Complaints: 30 -> 37.5, of 40 -> 50  +7.5 (3)
  East   96.8421… ~ 100 -> 95.9183… ~ 100  low end -0.9237…, high end 0
    1  Coverage: weight 50  low end -9.4736…, high end -10; grade A -> A/B
    2  Coverage: target >= 98%  low end -1.4500…, high end 0
    3  Complaints: weight 50  +10; grade A/B -> A
      Coverage: 56.8421… ~ 60 -> 45.9183… ~ 50, of 60 -> 50  low end -9.4736…, high end -10 (1), low end -1.4500…, high end 0 (2)
      Complaints: 40 -> 50, of 40 -> 50  +10 (3)
  North  100 -> 99.4897…  -0.5102…
    1  Coverage: weight 50  -10
    2  Coverage: target >= 98%  -0.5102…; grade A -> B
    3  Complaints: weight 50  +10; grade B -> A
      Coverage: 60 -> 49.4897…, of 60 -> 50  -10 (1), -0.5102… (2)
      Complaints: 40 -> 50, of 40 -> 50  +10 (3)
? 1
