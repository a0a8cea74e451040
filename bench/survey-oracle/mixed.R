# Requests that the other parts do not put together: every rule of quantiles with every interval by domains, ratios and design effects by domains, levels of confidence,
# offsets and products in models, empty levels, domains of one unit, tests of every kind in domains of calibrated and replicated samples.
data(api); data(nhanes)
mixed <- function(name, d, r) {
  a <- function(id, request, expected) add(name, id, request, expected)
  rep <- inherits(d, "svyrep.design"); whole <- degf(d); F <- function(left, ...) as.formula(paste(left, "~", paste(c(...), collapse = " + ")))
  s <- eval(parse(text = paste0("subset(d, ", r$where[[1]], ")"))); w <- r$where[[2]]
  fit <- function(q, family = gaussian(), on = d) eval(substitute(svyglm(Q, on, family = family), list(Q = as.formula(q))))
  pos <- paste0(r$b, " == '", r$yes, "'"); posR <- fm(paste0("I(", r$b, "=='", r$yes, "')"))
  ranges <- function(b) { n <- length(attr(b, "svyby")$margins); m <- as.matrix(as.data.frame(b)[, -seq_len(n), drop = FALSE]); k <- ncol(m) / 3; list(estimate = as.vector(m[, seq_len(k)]), ci = limits(cbind(as.vector(m[, k + seq_len(k)]), as.vector(m[, 2 * k + seq_len(k)])))) }

  for (q in c("math", "school", "shahvaish", paste0("hf", 1:9))) for (i in if (rep) c("mean", "quantile") else c("mean", "beta", "xlogit", "asin", "score")) {
    a(paste("q", q, i, "by", sep = "."), list(statistic = "quantile", of = only(r$y), by = only(r$f), p = c(.25, .6), rule = q, interval = i), ranges(svyby(fm(r$y), fm(r$f), d, svyquantile, quantiles = c(.25, .6), qrule = q, interval.type = i, ci = TRUE, vartype = "ci")))
    if (i %in% c("mean", "beta", "quantile")) a(paste("q", q, i, "where", sep = "."), list(statistic = "quantile", of = only(r$m), p = c(.1, .5, .95), rule = q, interval = i, where = w, level = .9), quantiles(svyquantile(fm(r$m), s, c(.1, .5, .95), alpha = .1, qrule = q, interval.type = i, na.rm = TRUE)))
  }
  for (l in c(.5, .8, .9, .99)) {
    a(paste0("level.mean.", l), list(statistic = "mean", of = c(r$y, r$z), level = l), { x <- svymean(fm(r$y, r$z), d); list(estimate = coef(x), ci = limits(confint(x, level = l, df = whole))) })
    a(paste0("level.by.", l), list(statistic = "total", of = only(r$y), by = only(r$g), level = l, ci = "normal"), { x <- svyby(fm(r$y), fm(r$g), d, svytotal); list(estimate = coef(x), ci = limits(confint(x, level = l))) })
    a(paste0("level.ratio.", l), list(statistic = "ratio", of = only(r$y), over = only(r$z), level = l), { x <- svyratio(fm(r$y), fm(r$z), d); list(estimate = coef(x), ci = limits(confint(x, level = l, df = whole))) })
    a(paste0("level.glm.", l), list(statistic = "glm", formula = paste(r$y, "~", r$x[1]), level = l), { x <- fit(paste(r$y, "~", r$x[1])); list(estimate = coef(x), ci = limits(confint(x, level = l))) })
    for (i in c("logit", "beta", "xlogit", "asin", "mean", "likelihood")) a(paste0("level.share.", i, ".", l), list(statistic = "proportion", of = only(pos), interval = i, level = l, where = w), share(svyciprop(posR, s, method = i, level = l)))
    a(paste0("level.quantile.", l), list(statistic = "quantile", of = only(r$z), p = c(.2, .5), level = l), quantiles(svyquantile(fm(r$z), d, c(.2, .5), alpha = 1 - l)))
    a(paste0("level.contrast.", l), list(statistic = "contrast", estimator = "mean", of = c(r$y, r$z), expression = paste(r$y, "/", r$z), level = l), { x <- svycontrast(svymean(fm(r$y, r$z), d), parse(text = paste0("`", r$y, "`/`", r$z, "`"))[[1]]); list(estimate = coef(x), se = num(SE(x)), ci = limits(confint(x, level = l, df = whole))) })
  }
  a("ratio.by.deff", list(statistic = "ratio", of = only(r$y), over = only(r$z), by = only(r$f), deff = TRUE), { x <- svyby(fm(r$y), fm(r$f), denominator = fm(r$z), d, svyratio, deff = TRUE); groups(x, list(deff = as.vector(as.matrix(deff(x))))) })
  a("ratio.by.missing", list(statistic = "ratio", of = only(r$m), over = only(r$z), by = c(r$f, r$g)), groups(svyby(fm(r$m), fm(r$f, r$g), denominator = fm(r$z), d, svyratio, na.rm = TRUE)))
  a("ratio.by.two", list(statistic = "ratio", of = c(r$y, r$k), over = only(r$z), by = only(r$g)), groups(svyby(fm(r$y, r$k), fm(r$g), denominator = fm(r$z), d, svyratio)))
  a("mean.by.everything", list(statistic = "mean", of = c(r$y, r$z), by = c(r$f, r$g), deff = TRUE), { x <- svyby(fm(r$y, r$z), fm(r$f, r$g), d, svymean, vartype = c("se", "ci", "cv", "var"), deff = TRUE); list(estimate = coef(x), deff = unlist(as.data.frame(x)[, grepl("^DEff", names(x))])) })
  a("mean.by.replace", list(statistic = "mean", of = only(r$y), by = only(r$f), deff = "replace"), { x <- svyby(fm(r$y), fm(r$f), d, svymean, deff = "replace"); groups(x, list(deff = as.vector(as.matrix(deff(x))))) })
  a("total.by.deff", list(statistic = "total", of = only(r$y), by = only(r$g), deff = TRUE), { x <- svyby(fm(r$y), fm(r$g), d, svytotal, deff = TRUE); groups(x, list(deff = as.vector(as.matrix(deff(x))))) })
  a("total.by.factor.missing", list(statistic = "total", of = only(r$n), by = only(r$g)), groups(svyby(fm(r$n), fm(r$g), d, svytotal, na.rm = TRUE)))
  a("mean.by.factor.missing", list(statistic = "mean", of = only(r$n), by = only(r$b)), groups(svyby(fm(r$n), fm(r$b), d, svymean, na.rm = TRUE)))
  a("mean.by.condition", list(statistic = "mean", of = only(r$y), by = only(paste0(r$z, " > ", r$zcut))), groups(svyby(fm(r$y), fm(paste0("I(", r$z, ">", r$zcut, ")")), d, svymean)))
  a("variance.by.two", list(statistic = "variance", of = only(r$m), by = only(r$g), where = w), groups(svyby(fm(r$m), fm(r$g), s, svyvar, na.rm = TRUE)))
  a("share.by.beta", list(statistic = "proportion", of = only(pos), by = only(r$f), interval = "beta"), ranges(svyby(posR, fm(r$f), d, svyciprop, vartype = "ci", method = "beta")))
  a("share.by.xlogit", list(statistic = "proportion", of = only(pos), by = only(r$g), interval = "xlogit", level = .9), ranges(svyby(posR, fm(r$g), d, svyciprop, vartype = "ci", method = "xlogit", level = .9)))
  a("mean.three", list(statistic = "mean", of = only(paste0("interaction(", r$f, ", ", r$g, ", ", r$b, ")"))), estimates(svymean(fm(paste0("interaction(", r$f, ", ", r$g, ", ", r$b, ")")), d), d))
  a("total.expression", list(statistic = "total", of = only(paste0(r$y, " * ", r$z))), estimates(svytotal(fm(paste0("I(", r$y, "*", r$z, ")")), d), d))
  a("total.condition", list(statistic = "total", of = only(paste0(r$y, " > ", r$ycut, " && ", r$b, " == '", r$yes, "'"))), { t <- svytotal(fm(paste0("as.numeric(", r$y, ">", r$ycut, " & ", r$b, "=='", r$yes, "')")), d); list(estimate = coef(t), se = num(SE(t))) })
  a("ifelse", list(statistic = "mean", of = only(paste0("ifelse(", r$b, " == '", r$yes, "', ", r$y, ", 0)"))), estimates(svymean(fm(paste0("ifelse(", r$b, "=='", r$yes, "',", r$y, ",0)")), d), d))

  last <- tail(levels(factor(d$variables[[r$f]])), 1); e <- eval(parse(text = paste0("subset(d, ", r$f, " != '", last, "')"))); we <- paste0(r$f, " != '", last, "'")
  a("empty.mean", list(statistic = "mean", of = only(r$f), where = we), estimates(svymean(fm(r$f), e), if (rep) d else e))
  a("empty.total", list(statistic = "total", of = only(r$f), where = we), estimates(svytotal(fm(r$f), e), if (rep) d else e))
  a("empty.by", list(statistic = "mean", of = only(r$f), by = only(r$g), where = we), groups(svyby(fm(r$f), fm(r$g), e, svymean)))
  a("empty.groups", list(statistic = "mean", of = only(r$y), by = c(r$f, r$g), where = we), groups(svyby(fm(r$y), fm(r$f, r$g), e, svymean)))
  a("empty.table", list(statistic = "table", of = c(r$f, r$g), where = we), list(estimate = as.vector(svytable(fm(r$f, r$g), e))))
  for (m in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")) a(paste0("empty.chisq.", m), list(statistic = "chisq", of = c(r$f, r$g), method = m, where = we), tested(svychisq(fm(r$f, r$g), e, statistic = m)))
  a("empty.glm", list(statistic = "glm", formula = paste(r$y, "~", r$f), where = we), model(fit(paste(r$y, "~", r$f), on = e)))
  a("empty.glm.product", list(statistic = "glm", formula = paste(r$y, "~", r$f, "*", r$b), where = we), model(fit(paste(r$y, "~", r$f, "*", r$b), on = e)))
  one <- d$variables[[r$id]][3]; o <- subset(d, d$variables[[r$id]] == one); wo <- paste0(r$id, " == ", if (is.numeric(one)) one else paste0("'", one, "'"))
  a("one.mean", list(statistic = "mean", of = c(r$y, r$z), where = wo), { x <- svymean(fm(r$y, r$z), o); list(estimate = coef(x), se = num(SE(x))) })
  a("one.total", list(statistic = "total", of = c(r$y, r$z), where = wo), { x <- svytotal(fm(r$y, r$z), o); list(estimate = coef(x), se = num(SE(x))) })
  a("one.ratio", list(statistic = "ratio", of = only(r$y), over = only(r$z), where = wo), groups(svyratio(fm(r$y), fm(r$z), o)))

  a("glm.offset", list(statistic = "glm", formula = paste0(r$k, " ~ ", r$x[1], " + offset(log(", r$z, " + 1))"), family = "poisson"), model(fit(paste0(r$k, "~", r$x[1], "+ offset(log(", r$z, "+1))"), quasipoisson())))
  a("glm.offset.line", list(statistic = "glm", formula = paste0(r$y, " ~ ", r$f, " + offset(0.5 * ", r$z, ")")), model(fit(paste0(r$y, "~", r$f, "+ offset(0.5*", r$z, ")"))))
  a("glm.offset.logit", list(statistic = "glm", formula = paste0(pos, " ~ ", r$x[1], " + offset(", r$x[2], "/100)"), family = "quasibinomial", where = w), model(fit(paste0("I(", r$b, "=='", r$yes, "') ~", r$x[1], "+ offset(", r$x[2], "/100)"), quasibinomial(), s)))
  for (q in c(paste(r$f, "*", r$g), paste(r$f, ":", r$x[1]), paste(r$f, "*", r$x[1], "+", r$g), paste(r$b, "*", r$g, "*", r$x[1]), paste(r$f, "-1"), paste("0 +", r$b, ":", r$x[1]), paste0("log(", r$z, "+1) + I(", r$x[1], "*", r$x[2], ")"), paste0("factor(", r$b, ") + ", r$x[1], "^1")))
    a(paste0("glm.", gsub("[^a-zA-Z0-9]+", ".", q)), list(statistic = "glm", formula = paste(r$m, "~", q)), model(fit(paste(r$m, "~", q))))
  a("glm.logit.product", list(statistic = "glm", formula = paste(pos, "~", r$f, "*", r$x[1]), family = "quasibinomial"), model(fit(paste0("I(", r$b, "=='", r$yes, "') ~", r$f, "*", r$x[1]), quasibinomial())))
  a("logit.missing", list(statistic = "glm", formula = paste0(r$m, " > ", r$cut, " ~ ", r$x[1], " + ", r$b), family = "binomial", where = w), model(fit(paste0("I(", r$m, ">", r$cut, ") ~", r$x[1], "+", r$b), quasibinomial(), s)))
  a("poisson.product", list(statistic = "glm", formula = paste(r$k, "~", r$b, "*", r$x[1]), family = "quasipoisson"), model(fit(paste(r$k, "~", r$b, "*", r$x[1]), quasipoisson())))
  a("contrast.log.ratio", list(statistic = "contrast", estimator = "total", of = c(r$y, r$z, r$k), expression = paste0("log(", r$y, "/", r$z, ") + sqrt(", r$k, ")/exp(1)")), groups(svycontrast(svytotal(fm(r$y, r$z, r$k), d), parse(text = paste0("log(`", r$y, "`/`", r$z, "`)+sqrt(`", r$k, "`)/exp(1)"))[[1]])))
  a("contrast.ratio", list(statistic = "contrast", estimator = "ratio", of = c(r$y, r$k), over = only(r$z), coefficients = c(1, -1)), groups(svycontrast(svyratio(fm(r$y, r$k), fm(r$z), d, covmat = TRUE), c(1, -1))))
  for (m in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")) {
    a(paste0("chisq.two.", m), list(statistic = "chisq", of = c(r$b, r$g), method = m), tested(svychisq(fm(r$b, r$g), d, statistic = m)))
    a(paste0("chisq.missing.where.", m), list(statistic = "chisq", of = c(r$n, r$b), method = m, where = w), tested(svychisq(fm(r$n, r$b), s, statistic = m)))
    a(paste0("chisq.where.", m), list(statistic = "chisq", of = c(r$f, r$b), method = m, where = w), tested(svychisq(fm(r$f, r$b), s, statistic = m)))
  }
  for (m in c("wilcoxon", "vanderWaerden", "median", "KruskalWallis")) {
    a(paste0("rank.", m), list(statistic = "ranktest", formula = paste(r$y, "~", r$b), method = m), { t <- svyranktest(F(r$y, r$b), d, test = m); c(tested(t), list(estimate = t$estimate)) })
    a(paste0("rank.m.where.", m), list(statistic = "ranktest", formula = paste(r$m, "~", r$b), method = m, where = w), { t <- svyranktest(F(r$m, r$b), s, test = m); c(tested(t), list(estimate = t$estimate)) })
    a(paste0("rank.f.where.", m), list(statistic = "ranktest", formula = paste(r$y, "~", r$g), method = m, where = w), { t <- svyranktest(F(r$y, r$g), s, test = m); if (is.null(t$ddf)) c(tested(t), list(estimate = t$estimate)) else list(testStatistic = t$parameter, df = c(t$statistic, t$ddf), p = t$p.value) })
  }
  a("ttest.m.where", list(statistic = "ttest", formula = paste(r$m, "~", r$b), where = w), { t <- svyttest(F(r$m, r$b), s); c(tested(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.level", list(statistic = "ttest", formula = paste(r$y, "~", r$b), level = .8), { t <- svyttest(F(r$y, r$b), d); c(tested(t), list(estimate = t$estimate, ci = as.vector(confint(t, level = .8)))) })
  a("ttest.condition", list(statistic = "ttest", formula = paste0(r$y, " ~ ", r$z, " > ", r$zcut)), { t <- svyttest(as.formula(paste0(r$y, "~ I(", r$z, ">", r$zcut, ")")), d); c(tested(t), list(estimate = t$estimate)) })
  a("ttest.one.where", list(statistic = "ttest", formula = paste(r$m, "~ 0"), where = w), { t <- svyttest(F(r$m, "0"), s, na.rm = TRUE); c(tested(t), list(estimate = t$estimate)) })
  size <- nlevels(factor(d$variables[[r$g]])); pop <- round(700 * (size:1) / 3 + 90)
  a("standardize.by", list(statistic = "standardize", of = only(r$y), by = only(r$g), over = only(r$b), population = pop), groups(svyby(fm(r$y), fm(r$b), svystandardize(d, fm(r$g), fm(r$b), pop), svymean)))
  a("standardize.factor", list(statistic = "standardize", of = only(r$b), by = only(r$g), population = pop), groups(svymean(fm(r$b), svystandardize(d, fm(r$g), ~1, pop))))
}

holes <- function(x) { x$part <- factor(ifelse(seq_len(nrow(x)) %% 7 == 0, NA, ifelse(x$meals > 60, "poor", ifelse(x$meals > 25, "mid", "rich")))); x$key <- seq_len(nrow(x)); x }
schools <- list(y = "api00", z = "api99", m = "avg.ed", cut = "2.6", ycut = "650", zcut = "600", f = "stype", g = "awards", n = "part", b = "comp.imp", yes = "Yes", k = "api.stu", x = c("ell", "meals"), id = "key", where = c("ell > 15", "ell > 15"))
for (n in c("apistrat", "apiclus1", "apiclus2")) { assign(n, taken(holes(get(n)), paste0("mixed.", n, ".csv"))) }
try1 <- function(name, file, json, d, with = list()) { declare(name, file, json); mixed(name, d, modifyList(schools, with)) }
T <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat); jT <- list(strata = only("stype"), weights = "pw", fpc = only("fpc"))
C <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1); jC <- list(ids = only("dnum"), weights = "pw", fpc = only("fpc"))
B <- svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2); jB <- list(ids = c("dnum", "snum"), fpc = c("fpc1", "fpc2"))
mType <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)); put(setNames(mType, c("stype", "total")), "mixed.stype.csv")
mWide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122)); put(setNames(mWide, c("sch.wide", "total")), "mixed.wide.csv")
rakes <- function(json) c(json, list(calibrate = list(list(method = "rake", margins = list(m("mixed.stype.csv", "stype"), m("mixed.wide.csv", "sch.wide"))))))
raked <- function(d) rake(d, list(~stype, ~sch.wide), list(mType, mWide), control = list(maxit = 1000, epsilon = 1e-12))
try1("mixed.strat", "mixed.apistrat.csv", jT, T, list(f = "awards", g = "sch.wide"))
try1("mixed.strat.stype", "mixed.apistrat.csv", jT, T)
try1("mixed.clus1", "mixed.apiclus1.csv", jC, C)
try1("mixed.clus2", "mixed.apiclus2.csv", jB, B)
try1("mixed.clus1.raked", "mixed.apiclus1.csv", rakes(jC), raked(C))
try1("mixed.clus2.raked", "mixed.apiclus2.csv", rakes(jB), raked(B))
try1("mixed.clus1.jk1", "mixed.apiclus1.csv", c(jC, list(replicates = list(type = "JK1"))), as.svrepdesign(C, type = "JK1"))
try1("mixed.clus1.jk1.raked", "mixed.apiclus1.csv", c(rakes(jC), list(replicates = list(type = "JK1"))), raked(as.svrepdesign(C, type = "JK1")))
try1("mixed.strat.jkn", "mixed.apistrat.csv", c(jT, list(replicates = list(type = "JKn"))), as.svrepdesign(T, type = "JKn"), list(f = "awards", g = "sch.wide"))
lin <- calibrate(C, ~stype + api99, c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018, api99 = sum(apipop$api99))); put(data.frame(total = sum(apipop$api99)), "mixed.api99.csv")
try1("mixed.clus1.linear", "mixed.apiclus1.csv", c(jC, list(calibrate = list(list(method = "linear", margins = list(m("mixed.stype.csv", "stype"), list(of = only("api99"), totals = "mixed.api99.csv")))))), lin)
# Health: half-samples, post-stratified.
k <- seq_len(nrow(nhanes)); H <- transform(nhanes, sex = factor(ifelse(RIAGENDR == 1, "men", "women")), group = factor(c("a", "b", "c", "d")[race]), chol = factor(ifelse(is.na(HI_CHOL), NA, ifelse(HI_CHOL == 1, "high", "normal"))), key = k)
H$bmi <- round(22 + 3 * as.integer(H$agecat) + (k * 7919 %% 101) %% 13 / 2 + H$RIAGENDR, 1); H$weight.kg <- H$bmi * (2.6 + (k * 31 %% 17) / 40); H$visits <- (k * 37) %% 5; H$RIAGENDR2 <- (k * 53) %% 11; H$sugar <- ifelse((k * 11) %% 9 == 0, NA, H$visits + H$bmi / 3)
H <- subset(H, SDMVSTRA %in% names(which(rowSums(table(SDMVSTRA, SDMVPSU) > 0) == 2))); H <- taken(H, "mixed.nhanes.csv")
health <- list(y = "bmi", z = "weight.kg", m = "sugar", cut = "11", ycut = "30", zcut = "120", f = "group", g = "agecat", n = "chol", b = "sex", yes = "women", k = "visits", x = c("weight.kg", "RIAGENDR2"), id = "key", where = c("bmi > 27", "bmi > 27"))
N <- svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = H); jN <- list(ids = only("SDMVPSU"), strata = only("SDMVSTRA"), weights = "WTMEC2YR", nest = TRUE)
age <- as.data.frame(svytable(~agecat, N)); age$Freq <- round(age$Freq * c(.97, 1.01, 1.02, .99)[seq_along(age$Freq)]); put(setNames(age, c("agecat", "total")), "mixed.age.csv")
posted <- function(json) c(json, list(calibrate = list(list(method = "poststratify", margins = list(m("mixed.age.csv", "agecat"))))))
for (t in c("", "BRR")) { json <- if (t == "") jN else c(jN, list(replicates = list(type = "BRR"))); d <- if (t == "") N else as.svrepdesign(N, type = "BRR")
  n <- paste0("mixed.nhanes", t); declare(n, "mixed.nhanes.csv", json); mixed(n, d, health)
  n <- paste0(n, ".post"); declare(n, "mixed.nhanes.csv", posted(json)); mixed(n, postStratify(d, ~agecat, age), health) }
