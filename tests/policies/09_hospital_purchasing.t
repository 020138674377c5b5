Hospital Value-Based Purchasing (42 CFR 412.165), threshold .47, benchmark .87:
9a .70, baseline .21: achievement 9 × .23/.40 + .5 = 5.675, 6; improvement 10 × .49/.66 - .5 = 6.92, 7: 7.
9b .47, baseline .30: 9 × 0 + .5 = .5, 1; 10 × .17/.57 - .5 = 2.48, 2: 2.       9c .91: benchmark reached: 10.
Below the threshold and the baseline (.40, .45): 0, and 10 × -.05/.42 - .5 = -1.69, not below 0: 0.
==> rules.heng
rules "VBP"
indicator mortality points 10 {
    given performance, baseline, threshold, benchmark: rate
    achievement = when {
        performance >= benchmark -> 10
        performance <  threshold -> 0
        otherwise -> round(9 * (performance - threshold) / (benchmark - threshold) + 0.5)
    }
    improvement = clamp(round(10 * (performance - baseline) / (benchmark - baseline) - 0.5), 0, 9)
    score max(achievement, improvement)
}
==> data.csv
form,performance,baseline,threshold,benchmark
9a,0.70,0.21,0.47,0.87
9b,0.47,0.30,0.47,0.87
9c,0.91,0.64,0.47,0.87
low,0.40,0.45,0.47,0.87
$ heng score rules.heng data.csv --format csv --wide | cut -d, -f1,2
form,mortality
9a,7
9b,2
9c,10
low,0
