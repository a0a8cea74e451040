# Makes the survey cases of this folder: data of our own drawing, answered by R's survey package.
#   Rscript oracle.R            (Debian: r-base-core, r-cran-survey, r-cran-jsonlite)
# Writes households.csv, schools.csv, pps.csv, joint.csv, margin files and cases.json (which names the versions).
suppressMessages({library(survey); library(jsonlite)})
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, warn = -1)
RNGversion("4.0.0"); set.seed(20260101)

# A study of households: 6 strata, clusters drawn in them, households in clusters, one person in each.
strata <- data.frame(stratum = 1:6, oblast = c("Batken", "Chuy", "Osh"), N = c(30, 42, 55, 24, 36, 60), n = c(4, 2, 4, 4, 2, 6))
h <- do.call(rbind, lapply(1:6, function(s) do.call(rbind, lapply(seq_len(strata$n[s]), function(k) {
  M <- sample(20:60, 1); m <- sample(3:7, 1)
  data.frame(stratum = s, oblast = strata$oblast[(s - 1) %% 3 + 1], cluster = k, household = seq_len(m), N = strata$N[s], M = M,
             w = round(strata$N[s] / strata$n[s] * M / m * runif(m, .8, 1.25), 4))
}))))
n <- nrow(h)
h$sex <- sample(c("F", "M"), n, TRUE, c(.58, .42))
h$age <- pmin(79, round(18 + rgamma(n, 4, .2)))
h$ageband <- as.character(cut(h$age, c(0, 29, 44, 99), c("18-29", "30-44", "45+")))
h$abroad <- ifelse(runif(n) < plogis(-.6 + .5 * (h$sex == "M") - .02 * (h$age - 34)), "yes", "no")
h$hours <- round(20 + 30 * runif(n), 1)
h$wage <- round(exp(9 + .4 * (h$sex == "M") + .01 * h$age + rnorm(n, 0, .5) + rep(rnorm(30, 0, .3), length.out = n)))
h$children <- rpois(n, 1.6)
h$wage[sample(n, 12)] <- NA
h$ageband[sample(n, 4)] <- NA
h$calband <- ifelse(h$age < 36, "young", "old")
write.csv(h, "households.csv", row.names = FALSE, quote = FALSE, na = "")
for (k in c("sex", "ageband", "abroad", "oblast", "calband")) h[[k]] <- factor(h[[k]])

# A sample with unequal probabilities, its joint probabilities by conditional Poisson sampling of 4 from 14 (exact, by enumeration).
size <- round(rgamma(14, 2, .02)) + 20
odds <- size / (1.15 * sum(size) - 4 * size)
sets <- combn(14, 4); prob <- apply(sets, 2, function(s) prod(odds[s])); prob <- prob / sum(prob)
pij <- matrix(0, 14, 14); for (j in seq_len(ncol(sets))) pij[sets[, j], sets[, j]] <- pij[sets[, j], sets[, j]] + prob[j]
take <- sets[, which.max(runif(ncol(sets)) * prob)]
p <- data.frame(unit = take, size = size[take], p = diag(pij)[take], x = round(size[take] * runif(4, .8, 1.3)), y = round(size[take] * .4 + 10 * runif(4)), kind = c("a", "b", "a", "b"))
big <- data.frame(unit = 1:14, size = size, p = pmin(.95, 8.3 * size / sum(size)), x = round(size * runif(14, .8, 1.3)), y = round(size * .4 + 10 * runif(14)), kind = rep(c("a", "b"), 7))
write.csv(p, "pps.csv", row.names = FALSE, quote = FALSE); write.csv(big, "brewer.csv", row.names = FALSE, quote = FALSE)
write.csv(pij[take, take], "joint.csv", row.names = FALSE)

whole <- round(sum(h$w) * 1.04)
margin <- function(by, file) {
  t <- aggregate(h$w, h[by], sum); names(t)[ncol(t)] <- "total"; t$total <- round(t$total * runif(nrow(t), .95, 1.1))
  t$total <- round(t$total / sum(t$total) * whole); t$total[1] <- t$total[1] + whole - sum(t$total)
  write.csv(t, file, row.names = FALSE, quote = FALSE); names(t)[ncol(t)] <- "Freq"; t
}
mSex <- margin("sex", "margin_sex.csv"); mBand <- margin("calband", "margin_calband.csv"); mBoth <- margin(c("sex", "calband"), "margin_both.csv")
mOblast <- margin("oblast", "margin_oblast.csv")
children <- round(sum(h$w * h$children) * 1.06); write.csv(data.frame(total = children), "margin_children.csv", row.names = FALSE)

cases <- list()
num <- function(x) { x <- as.vector(unlist(x)); unname(ifelse(is.finite(x), x, NA)) }
add <- function(design, id, request, expected) {
  request$id <- id
  # svyby(covmat = TRUE) stops on a calibrated design, and some tests on replicates: such cases are left out.
  expected <- tryCatch(expected, error = function(e) { message(design, " ", id, ": ", conditionMessage(e)); NULL })
  if (is.null(expected) || anyNA(expected$estimate)) return(invisible())
  cases[[length(cases) + 1]] <<- list(design = design, request = request, expected = lapply(expected, function(v) if (is.matrix(v)) unname(v) else I(num(v))))
}
stat <- function(s, d, deff = NULL) {
  r <- list(estimate = coef(s), se = num(SE(s)), ci = t(confint(s)))
  if (!is.null(d)) { r$df <- degf(d); r$ci <- t(confint(s, df = degf(d))) }
  v <- vcov(s); if (!any(is.na(v))) r$covariance <- as.matrix(v)
  if (!is.null(deff)) r$deff <- diag(as.matrix(attr(s, "deff")))
  r
}
test <- function(t) list(testStatistic = t$statistic, df = t$parameter, p = t$p.value)
model <- function(m) { s <- summary(m)$coefficients
  list(estimate = coef(m), se = s[, 2], t = s[, 3], p = s[, 4], df = m$df.residual, covariance = as.matrix(vcov(m)), ci = t(confint(m))) }
quant <- function(q) { m <- do.call(rbind, unclass(q)); list(estimate = m[, 1], ci = t(m[, 2:3]), se = m[, 4]) }
byc <- function(b) list(estimate = coef(b), se = num(SE(b)))

# Every statistic for a design of the household study.
study <- function(name, d, full = TRUE, rep = FALSE) {
  sw <- sum(weights(d, "sampling")); a <- function(id, request, expected) add(name, id, request, expected)
  a("mean", list(statistic = "mean", of = c("hours", "children")), c(stat(svymean(~hours + children, d), d), sumWeights = sw))
  a("mean.deff", list(statistic = "mean", of = I("hours"), deff = TRUE), stat(svymean(~hours, d, deff = TRUE), d, TRUE))
  a("mean.replace", list(statistic = "mean", of = I("hours"), deff = "replace"), stat(svymean(~hours, d, deff = "replace"), d, TRUE))
  a("mean.missing", list(statistic = "mean", of = I("wage"), deff = TRUE), stat(svymean(~wage, d, na.rm = TRUE, deff = TRUE), d, TRUE))
  a("total", list(statistic = "total", of = I("wage"), deff = TRUE), stat(svytotal(~wage, d, na.rm = TRUE, deff = TRUE), d, TRUE))
  a("total.category", list(statistic = "total", of = I("abroad")), stat(svytotal(~abroad, d), d))
  a("share", list(statistic = "proportion", of = I("oblast")), stat(svymean(~oblast, d), d))
  a("share.missing", list(statistic = "mean", of = I("ageband")), stat(svymean(~ageband, d, na.rm = TRUE), d))
  a("interaction", list(statistic = "mean", of = I("interaction(sex, abroad)")), stat(svymean(~interaction(sex, abroad), d), d))
  a("expression", list(statistic = "mean", of = I("log(hours) + children^2")), stat(svymean(~I(log(hours) + children^2), d), d))
  a("ratio", list(statistic = "ratio", of = I("wage"), over = I("hours"), deff = TRUE), { r <- svyratio(~wage, ~hours, d, na.rm = TRUE, deff = !rep); e <- list(estimate = coef(r), se = num(SE(r))); if (!rep) e$deff <- attr(r, "deff"); e })
  a("ratio.two", list(statistic = "ratio", of = c("wage", "children"), over = I("hours")), { r <- svyratio(~wage + children, ~hours, d, na.rm = TRUE, covmat = TRUE); list(estimate = coef(r), se = num(SE(r)), covariance = as.matrix(vcov(r))) })
  a("variance", list(statistic = "variance", of = I("wage")), { v <- svyvar(~wage, d, na.rm = TRUE); list(estimate = coef(v), se = num(SE(v))) })
  a("variance.two", list(statistic = "variance", of = c("hours", "children")), { v <- svyvar(~hours + children, d); list(estimate = as.vector(as.matrix(v)[1:2, 1:2]), se = sqrt(diag(attr(v, "var")))) })
  a("domain", list(statistic = "mean", of = c("hours", "wage"), where = "sex == 'F' && age >= 30"), { s <- subset(d, sex == "F" & age >= 30); stat(svymean(~hours + wage, s, na.rm = TRUE), if (rep) d else s) })
  a("domain.total", list(statistic = "total", of = I("hours"), where = "abroad == 'yes'", deff = TRUE), { s <- subset(d, abroad == "yes"); stat(svytotal(~hours, s, deff = TRUE), if (rep) d else s, TRUE) })
  a("by", list(statistic = "mean", of = I("wage"), by = I("sex"), deff = TRUE), { b <- svyby(~wage, ~sex, d, svymean, na.rm = TRUE, deff = TRUE); c(byc(b), list(deff = deff(b))) })
  a("by.two", list(statistic = "total", of = I("hours"), by = c("sex", "oblast")), byc(svyby(~hours, ~sex + oblast, d, svytotal)))
  a("by.category", list(statistic = "mean", of = I("abroad"), by = I("oblast")), byc(svyby(~abroad, ~oblast, d, svymean)))
  a("by.covariance", list(statistic = "mean", of = c("hours", "children"), by = I("abroad")), { b <- svyby(~hours + children, ~abroad, d, svymean, covmat = TRUE); c(byc(b), list(covariance = unname(vcov(b)))) })
  a("gap", list(statistic = "gap", of = I("hours"), between = list(sex = c("F", "M"))), { m <- svyglm(hours ~ sex, d); list(estimate = -coef(m)[2], se = SE(m)[2]) })
  a("gap.missing", list(statistic = "gap", of = I("wage"), between = list(sex = c("M", "F"))), { m <- svyglm(wage ~ sex, d); list(estimate = coef(m)[2], se = SE(m)[2]) })
  a("contrast", list(statistic = "contrast", estimator = "total", of = c("hours", "children"), coefficients = c(1, -3)), { k <- svycontrast(svytotal(~hours + children, d), c(1, -3)); list(estimate = coef(k), se = num(SE(k))) })
  a("contrast.expression", list(statistic = "contrast", estimator = "mean", of = c("hours", "children"), expression = "log(hours)/sqrt(children)"), { k <- svycontrast(svymean(~hours + children, d), quote(log(hours) / sqrt(children))); list(estimate = coef(k), se = num(SE(k))) })
  a("contrast.by", list(statistic = "contrast", estimator = "mean", of = I("hours"), by = I("oblast"), coefficients = c(-1, .5, .5)), { b <- svyby(~hours, ~oblast, d, svymean, covmat = TRUE); k <- svycontrast(b, c(-1, .5, .5)); list(estimate = coef(k), se = num(SE(k))) })
  # On replicates R takes the interval type for "mean" whatever is asked.
  for (m in c("mean", if (!rep) c("beta", "xlogit", "asin", "score") else "quantile"))
    a(paste0("quantile.", m), list(statistic = "quantile", of = I("wage"), p = c(.1, .25, .5, .75, .9), interval = m), quant(svyquantile(~wage, d, c(.1, .25, .5, .75, .9), na.rm = TRUE, interval.type = m)))
  a("by.quantile", list(statistic = "quantile", of = I("hours"), by = I("sex"), p = c(.25, .5)), { q <- svyby(~hours, ~sex, d, svyquantile, quantiles = c(.25, .5), keep.var = TRUE); list(estimate = as.vector(as.matrix(q[, 2:3])), se = as.vector(as.matrix(q[, 4:5]))) })
  for (m in c("logit", "asin", "beta", "mean", "xlogit", if (!rep) "likelihood"))
    a(paste0("proportion.", m), list(statistic = "proportion", of = I("abroad == 'yes'"), interval = m), { q <- svyciprop(~I(abroad == "yes"), d, method = m); list(estimate = coef(q), ci = attr(q, "ci"), se = sqrt(as.vector(vcov(q)))) })
  if (!rep) a("proportion.missing.likelihood", list(statistic = "proportion", of = I("wage > 11000"), interval = "likelihood"), { q <- svyciprop(~I(wage > 11000), d, method = "likelihood", na.rm = TRUE); list(estimate = coef(q), ci = attr(q, "ci")) })
  a("proportion.missing.logit", list(statistic = "proportion", of = I("wage > 11000"), interval = "logit", where = "age > 22"), { s <- subset(d, age > 22); q <- svyciprop(~I(wage > 11000), s, method = "logit", na.rm = TRUE); list(estimate = coef(q), ci = attr(q, "ci")) })
  a("proportion.domain.beta", list(statistic = "proportion", of = I("abroad == 'yes'"), interval = "beta", where = "sex == 'F'"), { q <- svyciprop(~I(abroad == "yes"), subset(d, sex == "F"), method = "beta", df = degf(subset(d, sex == "F"))); list(estimate = coef(q), ci = attr(q, "ci")) })
  for (m in c("F", "Chisq", "Wald", "adjWald", "saddlepoint", "lincom")) {
    a(paste0("chisq.", m), list(statistic = "chisq", of = c("abroad", "oblast"), method = m), test(svychisq(~abroad + oblast, d, statistic = m)))
    a(paste0("chisq.missing.", m), list(statistic = "chisq", of = c("sex", "ageband"), method = m), test(svychisq(~sex + ageband, d, statistic = m)))
    a(paste0("chisq.domain.", m), list(statistic = "chisq", of = c("abroad", "calband"), method = m, where = "age < 50"), test(svychisq(~abroad + calband, subset(d, age < 50), statistic = m)))
  }
  a("ttest", list(statistic = "ttest", formula = "hours ~ abroad"), { t <- svyttest(hours ~ abroad, d); c(test(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.missing", list(statistic = "ttest", formula = "wage ~ sex"), { t <- svyttest(wage ~ sex, d); c(test(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.one", list(statistic = "ttest", formula = "hours - 34 ~ 0"), { t <- svyttest(I(hours - 34) ~ 0, d); c(test(t), list(estimate = t$estimate)) })
  for (m in c("wilcoxon", "vanderWaerden", "median")) {
    a(paste0("ranktest.", m), list(statistic = "ranktest", formula = "wage ~ sex", method = m), { t <- svyranktest(wage ~ sex, d, test = m); c(test(t), list(estimate = t$estimate)) })
    if (!rep && full) a(paste0("ranktest.several.", m), list(statistic = "ranktest", formula = "hours ~ oblast", method = m), { t <- svyranktest(hours ~ oblast, d, test = m); list(testStatistic = t$parameter, df = c(t$statistic, t$ddf), p = t$p.value) })
  }
  a("glm", list(statistic = "glm", formula = "wage ~ sex + age + oblast"), c(model(svyglm(wage ~ sex + age + oblast, d))))
  a("glm.crossed", list(statistic = "glm", formula = "hours ~ sex*abroad + log(age)"), model(svyglm(hours ~ sex * abroad + log(age), d)))
  a("glm.logit", list(statistic = "glm", formula = "abroad == 'yes' ~ sex + age", family = "binomial"), model(svyglm(I(abroad == "yes") ~ sex + age, d, family = quasibinomial())))
  a("glm.poisson", list(statistic = "glm", formula = "children ~ age + sex", family = "poisson"), model(svyglm(children ~ age + sex, d, family = quasipoisson())))
  a("glm.domain", list(statistic = "glm", formula = "wage ~ hours + abroad", where = "age > 25"), model(svyglm(wage ~ hours + abroad, subset(d, age > 25))))
  a("glm.offset", list(statistic = "glm", formula = "children ~ sex + offset(log(age)) + offset(hours / 100)", family = "poisson"), model(svyglm(children ~ sex + offset(log(age)) + offset(hours / 100), d, family = quasipoisson())))
  a("glm.offset.domain", list(statistic = "glm", formula = "wage ~ abroad + offset(50 * hours)", where = "age > 25"), model(svyglm(wage ~ abroad + offset(50 * hours), subset(d, age > 25))))
  if (!rep) a("glm.dependent", list(statistic = "glm", formula = "hours ~ age + I(2 * age) + sex"), model(svyglm(hours ~ age + I(2 * age) + sex, d)))
  a("glm.level", list(statistic = "glm", formula = "hours ~ age + sex", level = .8), { g <- svyglm(hours ~ age + sex, d); list(estimate = coef(g), ci = t(confint(g, level = .8))) })
  for (m in c("wilcoxon", "vanderWaerden", "median")) a(paste0("ranktest.domain.", m), list(statistic = "ranktest", formula = "children ~ abroad", method = m, where = "age > 25"), { t <- svyranktest(children ~ abroad, subset(d, age > 25), test = m); c(test(t), list(estimate = t$estimate)) })
  if (!rep) a("quantile.domain.score", list(statistic = "quantile", of = I("wage"), p = c(.3, .5), interval = "score", where = "age > 25"), quant(svyquantile(~wage, subset(d, age > 25), c(.3, .5), na.rm = TRUE, interval.type = "score")))
  a("by.ratio", list(statistic = "ratio", of = I("wage"), over = I("hours"), by = I("sex"), level = .9), { r <- svyby(~wage, ~sex, denominator = ~hours, d, svyratio, na.rm = TRUE); c(byc(r), list(ci = t(confint(r, level = .9, df = degf(d))))) })
  if (!rep) a("glm.dispersion", list(statistic = "glm", formula = "hours ~ age"), list(dispersion = summary(svyglm(hours ~ age, d))$dispersion[1]))
  if (full) {
    pop <- c(500, 300)
    a("standardize", list(statistic = "standardize", of = I("wage"), by = I("calband"), over = I("sex"), population = pop), { s <- svystandardize(d, ~calband, ~sex, pop, excluding.missing = ~wage); byc(svyby(~wage, ~sex, s, svymean)) })
    a("standardize.all", list(statistic = "standardize", of = I("hours"), by = I("calband"), population = pop), { s <- svystandardize(d, ~calband, ~1, pop, excluding.missing = ~hours); b <- svymean(~hours, s); list(estimate = coef(b), se = num(SE(b))) })
  }
  a("table", list(statistic = "table", of = c("sex", "ageband")), list(estimate = as.vector(svytable(~sex + ageband, d, Ntotal = NULL))))
}
rules <- function(name, d) for (r in c("math", "school", "shahvaish", paste0("hf", 1:9)))
  add(name, paste0("rule.", r), list(statistic = "quantile", of = I("hours"), p = c(.05, .25, .5, .75, .95), rule = r), quant(svyquantile(~hours, d, c(.05, .25, .5, .75, .95), qrule = r)))

designs <- list()
declare <- function(name, data, json) designs[[name]] <<- list(data = data, design = json)

base <- list(ids = I("cluster"), strata = I("stratum"), nest = TRUE, weights = "w")
D <- svydesign(~cluster, strata = ~stratum, nest = TRUE, weights = ~w, data = h)
declare("clusters", "households.csv", base); study("clusters", D); rules("clusters", D)
declare("clusters.fpc", "households.csv", c(base, list(fpc = I("N"))))
F1 <- svydesign(~cluster, strata = ~stratum, nest = TRUE, weights = ~w, fpc = ~N, data = h); study("clusters.fpc", F1)
declare("two.stage", "households.csv", list(ids = c("cluster", "household"), strata = I("stratum"), nest = TRUE, fpc = c("N", "M"), weights = "w"))
T2 <- svydesign(~cluster + household, strata = ~stratum, nest = TRUE, fpc = ~N + M, weights = ~w, data = h); study("two.stage", T2)
declare("two.stage.unweighted", "households.csv", list(ids = c("cluster", "household"), strata = I("stratum"), nest = TRUE, fpc = c("N", "M")))
T3 <- svydesign(~cluster + household, strata = ~stratum, nest = TRUE, fpc = ~N + M, data = h); study("two.stage.unweighted", T3, full = FALSE)
declare("elements", "households.csv", list(weights = "w")); study("elements", svydesign(~1, weights = ~w, data = h)); rules("elements", svydesign(~1, weights = ~w, data = h))

wMargin <- function(file, ...) list(by = I(c(...)), totals = file)
cal <- function(...) c(base, list(calibrate = list(...)))
declare("poststratified", "households.csv", cal(list(method = "poststratify", margins = list(wMargin("margin_both.csv", "sex", "calband")))))
study("poststratified", postStratify(D, ~sex + calband, mBoth))
declare("raked", "households.csv", cal(list(method = "rake", margins = list(wMargin("margin_sex.csv", "sex"), wMargin("margin_calband.csv", "calband"), wMargin("margin_oblast.csv", "oblast")))))
R <- rake(D, list(~sex, ~calband, ~oblast), list(mSex, mBand, mOblast), control = list(maxit = 500, epsilon = 1e-9)); study("raked", R); rules("raked", R)
declare("raked.r", "households.csv", cal(list(method = "rake", epsilon = 1, maxit = 10, margins = list(wMargin("margin_sex.csv", "sex"), wMargin("margin_calband.csv", "calband"), wMargin("margin_oblast.csv", "oblast")))))
study("raked.r", rake(D, list(~sex, ~calband, ~oblast), list(mSex, mBand, mOblast)), full = FALSE)
totals <- c(`(Intercept)` = whole, sexM = mSex$Freq[2], calbandyoung = mBand$Freq[2], children = children)
margins <- list(wMargin("margin_sex.csv", "sex"), wMargin("margin_calband.csv", "calband"), list(of = I("children"), totals = "margin_children.csv"))
declare("linear", "households.csv", cal(list(method = "linear", margins = margins))); study("linear", calibrate(D, ~sex + calband + children, totals))
declare("linear.bounded", "households.csv", cal(list(method = "linear", bounds = c(.7, 1.4), margins = margins)))
study("linear.bounded", calibrate(D, ~sex + calband + children, totals, bounds = c(.7, 1.4), epsilon = 1e-11), full = FALSE)
declare("logit", "households.csv", cal(list(method = "logit", bounds = c(.6, 1.6), margins = margins))); study("logit", calibrate(D, ~sex + calband + children, totals, calfun = "logit", bounds = c(.6, 1.6), epsilon = 1e-11), full = FALSE)
declare("raking", "households.csv", cal(list(method = "rake", margins = margins))); study("raking", calibrate(D, ~sex + calband + children, totals, calfun = "raking", epsilon = 1e-11), full = FALSE)
declare("trimmed", "households.csv", cal(list(method = "rake", margins = list(wMargin("margin_sex.csv", "sex"), wMargin("margin_calband.csv", "calband"))), list(method = "trim", bounds = c(60, 320))))
R2 <- rake(D, list(~sex, ~calband), list(mSex, mBand), control = list(maxit = 500, epsilon = 1e-9)); study("trimmed", trimWeights(R2, upper = 320, lower = 60), full = FALSE)
declare("two.stage.linear", "households.csv", c(designs[["two.stage"]]$design, list(calibrate = list(list(method = "linear", margins = margins))))); study("two.stage.linear", calibrate(T2, ~sex + calband + children, totals))
declare("fpc.poststratified", "households.csv", c(designs[["clusters.fpc"]]$design, list(calibrate = list(list(method = "poststratify", margins = list(wMargin("margin_sex.csv", "sex"))))))); study("fpc.poststratified", postStratify(F1, ~sex, mSex))

# Replicates: made by Turna where they are not random, given in columns where they are.
fixed <- function(name, d, json, ...) { declare(name, "households.csv", json); study(name, d, rep = TRUE, ...) }
fixed("jkn", as.svrepdesign(D, type = "JKn"), c(base, list(replicates = list(type = "JKn"))))
fixed("jkn.fpc", as.svrepdesign(F1, type = "JKn"), c(designs[["clusters.fpc"]]$design, list(replicates = list(type = "JKn"))), full = FALSE)
fixed("jkn.mse", as.svrepdesign(D, type = "JKn", mse = TRUE), c(base, list(replicates = list(type = "JKn", mse = TRUE))), full = FALSE)
U <- svydesign(~psu, weights = ~w, data = transform(h, psu = stratum * 100 + cluster))
fixed("jk1", as.svrepdesign(U, type = "JK1"), list(ids = I("stratum * 100 + cluster"), weights = "w", replicates = list(type = "JK1")), full = FALSE)
jr <- as.svrepdesign(D, type = "JKn"); fixed("jkn.raked", rake(jr, list(~sex, ~calband), list(mSex, mBand), control = list(maxit = 500, epsilon = 1e-9)), c(base, list(replicates = list(type = "JKn"), calibrate = list(list(method = "rake", margins = list(wMargin("margin_sex.csv", "sex"), wMargin("margin_calband.csv", "calband")))))), full = FALSE)
fixed("jkn.linear", calibrate(jr, ~sex + calband + children, totals), c(base, list(replicates = list(type = "JKn"), calibrate = list(list(method = "linear", margins = margins)))), full = FALSE)
fixed("jkn.poststratified", postStratify(jr, ~sex + calband, mBoth), c(base, list(replicates = list(type = "JKn"), calibrate = list(list(method = "poststratify", margins = list(wMargin("margin_both.csv", "sex", "calband")))))))
fixed("brr.made", as.svrepdesign(D, type = "BRR"), c(base, list(replicates = list(type = "BRR"))), full = FALSE)
fixed("fay.made", as.svrepdesign(D, type = "Fay", fay.rho = .3), c(base, list(replicates = list(type = "Fay", rho = .3))), full = FALSE)
given <- function(name, d, type, ...) {
  file <- paste0("rep_", name, ".csv"); W <- weights(d, "analysis"); colnames(W) <- paste0("r", seq_len(ncol(W)))
  hh <- read.csv("households.csv", na.strings = ""); write.csv(cbind(hh, round(W, 8)), file, row.names = FALSE, quote = FALSE, na = "")
  d2 <- svrepdesign(weights = ~w, repweights = read.csv(file)[, colnames(W)], data = h, type = "other", scale = d$scale, rscales = d$rscales, combined.weights = TRUE)
  declare(name, file, list(weights = "w", replicates = list(type = type, columns = colnames(W), scale = d$scale, rscales = d$rscales, ...))); study(name, d2, rep = TRUE, full = FALSE)
}
given("brr", as.svrepdesign(D, type = "BRR"), "BRR")
given("fay", as.svrepdesign(D, type = "Fay", fay.rho = .3), "Fay", rho = .3)
given("subbootstrap", as.svrepdesign(D, type = "subbootstrap", replicates = 30), "bootstrap")

# Lonely sampling units: one stratum is cut to one cluster, in the sample or in a domain.
l <- subset(h, !(stratum == 2 & cluster == 2)); write.csv(read.csv("households.csv", na.strings = "")[rownames(h) %in% rownames(l), ], "lonely.csv", row.names = FALSE, quote = FALSE, na = "")
for (rule in c("remove", "certainty", "adjust", "average")) for (dom in c(FALSE, TRUE)) {
  options(survey.lonely.psu = rule, survey.adjust.domain.lonely = dom)
  L <- svydesign(~cluster, strata = ~stratum, nest = TRUE, weights = ~w, data = l); name <- paste("lonely", rule, if (dom) "domain" else "sample", sep = ".")
  declare(name, "lonely.csv", c(base, list(lonelyPsu = rule, lonelyDomain = dom)))
  s <- subset(L, !(stratum == 5 & cluster == 1))
  add(name, "mean", list(statistic = "mean", of = c("hours", "children")), stat(svymean(~hours + children, L), L))
  add(name, "total", list(statistic = "total", of = I("hours")), stat(svytotal(~hours, L), L))
  add(name, "domain", list(statistic = "mean", of = I("hours"), where = "!(stratum == 5 && cluster == 1)"), stat(svymean(~hours, s), s))
  add(name, "domain.total", list(statistic = "total", of = I("hours"), where = "!(stratum == 5 && cluster == 1)"), stat(svytotal(~hours, s), s))
  add(name, "by", list(statistic = "mean", of = I("hours"), by = I("abroad")), byc(svyby(~hours, ~abroad, L, svymean)))
  add(name, "glm", list(statistic = "glm", formula = "hours ~ age + sex"), model(svyglm(hours ~ age + sex, L)))
  add(name, "ratio", list(statistic = "ratio", of = I("children"), over = I("hours")), { r <- svyratio(~children, ~hours, L); list(estimate = coef(r), se = num(SE(r))) })
}
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)

unequal <- function(name, d, data, json) {
  declare(name, data, json)
  add(name, "total", list(statistic = "total", of = c("x", "y")), stat(svytotal(~x + y, d), d))
  add(name, "mean", list(statistic = "mean", of = I("x")), stat(svymean(~x, d), d))
  add(name, "ratio", list(statistic = "ratio", of = I("x"), over = I("y")), { r <- svyratio(~x, ~y, d); list(estimate = coef(r), se = num(SE(r))) })
  add(name, "domain", list(statistic = "total", of = I("x"), where = "kind == 'a'"), { s <- subset(d, kind == "a"); list(estimate = coef(svytotal(~x, s)), se = num(SE(svytotal(~x, s)))) })
  add(name, "by", list(statistic = "mean", of = I("x"), by = I("kind")), byc(svyby(~x, ~kind, d, svymean)))
}
unequal("brewer", svydesign(~1, fpc = ~p, data = big, pps = "brewer"), "brewer.csv", list(fpc = I("p"), pps = list(method = "brewer")))
unequal("overton", svydesign(~1, fpc = ~p, data = big, pps = "overton"), "brewer.csv", list(fpc = I("p"), pps = list(method = "overton")))
unequal("hartley-rao", svydesign(~1, fpc = ~p, data = big, pps = HR()), "brewer.csv", list(fpc = I("p"), pps = list(method = "hartley-rao")))
unequal("hartley-rao.sum", svydesign(~1, fpc = ~p, data = big, pps = HR(sum(big$p^2) / 8.3)), "brewer.csv", list(fpc = I("p"), pps = list(method = "hartley-rao", sum = sum(big$p^2) / 8.3)))
unequal("horvitz-thompson", svydesign(~1, fpc = ~p, data = p, pps = ppsmat(pij[take, take])), "pps.csv", list(fpc = I("p"), pps = list(method = "horvitz-thompson", joint = "joint.csv")))
unequal("yates-grundy", svydesign(~1, fpc = ~p, data = p, pps = ppsmat(pij[take, take]), variance = "YG"), "pps.csv", list(fpc = I("p"), pps = list(method = "yates-grundy", joint = "joint.csv")))

write(toJSON(list(madeWith = paste("R survey", packageVersion("survey"), "on", R.version.string), designs = designs, cases = cases), auto_unbox = TRUE, digits = NA, na = "null", pretty = FALSE), "cases.json")
cat(length(cases), "cases\n")
