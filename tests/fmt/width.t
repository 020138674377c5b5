A block that stood on one line stays there while it fits into 100 columns, measured in the language that takes less room,
so that translating never breaks a line.
==> wide.heng
function late_penalty(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }
function late(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }
indicator 对深化医药卫生体制改革制度建设推进的影响 weight 5 { target >= 80%; credit proportional }
indicator 对深化医药卫生体制改革制度建设和项目推进的影响程度的评价结果 weight 5 { target >= 80%; credit proportional }
group G { indicator 对深化医药卫生体制改革 weight 5 { target >= 80% }; indicator 项目推进的影响程度的评价 weight 5 { target >= 80% } }
$ heng fmt - < wide.heng
function late_penalty(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }
function late(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }
indicator 对深化医药卫生体制改革制度建设推进的影响 weight 5 { target >= 80%;  credit proportional }
indicator 对深化医药卫生体制改革制度建设和项目推进的影响程度的评价结果 weight 5 {
    target >= 80%
    credit proportional
}
group G {
    indicator 对深化医药卫生体制改革   weight 5 { target >= 80% }
    indicator 项目推进的影响程度的评价 weight 5 { target >= 80% }
}
