# Asks R's survey everything a request file can ask of one design, and keeps the answers to compare.
# Sourced by oracle.R. A study's roles name its columns:
#   y, z numbers without missing values; m a number with missing values; f, g categories; n a category with missing values or NULL;
#   b, yes a category of two levels and its positive level; k a count; x predictors; where a condition in both notations.
suppressMessages({library(survey); library(jsonlite)})

cases <- list(); declared <- list(); skipped <- character()
num <- function(x) { x <- as.vector(unlist(x)); unname(ifelse(is.finite(x), x, NA)) }
only <- function(x) I(x)

declare <- function(name, data, json) declared[[name]] <<- list(data = data, design = json)

# Evaluates what R says; a case at which R stops is counted and left out.
add <- function(design, id, request, expected) {
  request$id <- id
  said <- tryCatch(expected, error = function(e) { skipped[[length(skipped) + 1]] <<- paste(design, id, conditionMessage(e)); NULL })
  if (is.null(said)) return(invisible())
  cases[[length(cases) + 1]] <<- list(design = design, request = request, expected = said)
}

limits <- function(ci) as.vector(t(matrix(ci, ncol = 2)))
estimates <- function(s, d, deff = FALSE) {
  r <- list(estimate = coef(s), se = num(SE(s)), cv = num(cv(s)), ci = limits(confint(s, df = degf(d))))
  v <- tryCatch(vcov(s), error = function(e) NULL)
  if (!is.null(v) && !anyNA(v) && length(v) == length(coef(s))^2) r$covariance <- as.vector(as.matrix(v))
  if (deff) { e <- attr(s, "deff"); r$deff <- if (is.matrix(e)) diag(e) else e }
  r
}
normally <- function(s) list(estimate = coef(s), ci = limits(confint(s)))
groups <- function(b, ...) { r <- list(estimate = coef(b), se = num(SE(b))); c(r, ...) }
tested <- function(t) list(testStatistic = t$statistic, df = t$parameter, p = t$p.value)
model <- function(g) { s <- summary(g)$coefficients
  list(estimate = coef(g), se = s[, 2], t = s[, 3], p = s[, 4], df = g$df.residual, covariance = as.vector(vcov(g))) }
quantiles <- function(q) { m <- do.call(rbind, unclass(q)); list(estimate = m[, 1], ci = limits(m[, 2:3]), se = m[, 4]) }
share <- function(q) list(estimate = coef(q), ci = attr(q, "ci"))

fm <- function(...) as.formula(paste0("~", paste(c(...), collapse = "+")))

study <- function(name, d, r, deep = TRUE) {
  a <- function(id, request, expected) add(name, id, request, expected)
  rep <- inherits(d, "svyrep.design")
  whole <- degf(d)
  D <- function(s) if (rep) d else s
  pos <- paste0(r$b, " == '", r$yes, "'"); posR <- fm(paste0("I(", r$b, "=='", r$yes, "')"))
  s <- eval(parse(text = paste0("subset(d, ", r$where[[1]], ")")))
  w <- r$where[[2]]
  a("mean", list(statistic = "mean", of = only(r$y)), c(estimates(svymean(fm(r$y), d), d), sumWeights = sum(weights(d, "sampling")), df = whole))
  a("mean.deff", list(statistic = "mean", of = c(r$y, r$z), deff = TRUE), estimates(svymean(fm(r$y, r$z), d, deff = TRUE), d, TRUE))
  a("mean.replace", list(statistic = "mean", of = c(r$y, r$z), deff = "replace"), estimates(svymean(fm(r$y, r$z), d, deff = "replace"), d, TRUE))
  a("mean.normal", list(statistic = "mean", of = only(r$y), ci = "normal"), normally(svymean(fm(r$y), d)))
  a("mean.missing", list(statistic = "mean", of = c(r$m, r$y)), estimates(svymean(fm(r$m, r$y), d, na.rm = TRUE), d))
  a("mean.factor.deff", list(statistic = "mean", of = only(r$f), deff = TRUE), estimates(svymean(fm(r$f), d, deff = TRUE), d, TRUE))
  a("mean.mixed", list(statistic = "mean", of = c(r$y, r$f)), estimates(svymean(fm(r$y, r$f), d), d))
  a("mean.log", list(statistic = "mean", of = only(paste0("log(", r$y, "+1)"))), estimates(svymean(fm(paste0("log(", r$y, "+1)")), d), d))
  a("mean.where", list(statistic = "mean", of = c(r$y, r$m), where = w), c(estimates(svymean(fm(r$y, r$m), s, na.rm = TRUE), D(s)), df = degf(D(s))))
  a("mean.where.factor", list(statistic = "mean", of = only(r$f), where = w), estimates(svymean(fm(r$f), s), D(s)))
  a("mean.where.deff", list(statistic = "mean", of = only(r$m), where = w, deff = TRUE), estimates(svymean(fm(r$m), s, na.rm = TRUE, deff = TRUE), D(s), TRUE))
  a("mean.interaction", list(statistic = "mean", of = only(paste0("interaction(", r$f, ", ", r$g, ")"))), estimates(svymean(fm(paste0("interaction(", r$f, ", ", r$g, ")")), d), d))
  a("proportion", list(statistic = "proportion", of = only(r$g), deff = TRUE), estimates(svymean(fm(r$g), d, deff = TRUE), d, TRUE))
  a("total", list(statistic = "total", of = c(r$y, r$z), deff = TRUE), estimates(svytotal(fm(r$y, r$z), d, deff = TRUE), d, TRUE))
  a("total.replace", list(statistic = "total", of = only(r$m), deff = "replace"), estimates(svytotal(fm(r$m), d, na.rm = TRUE, deff = "replace"), d, TRUE))
  a("total.factor", list(statistic = "total", of = only(r$f), deff = TRUE), estimates(svytotal(fm(r$f), d, deff = TRUE), d, TRUE))
  a("total.where", list(statistic = "total", of = c(r$y, r$m), where = w), estimates(svytotal(fm(r$y, r$m), s, na.rm = TRUE), D(s)))
  a("total.interaction", list(statistic = "total", of = only(paste0("interaction(", r$f, ", ", r$g, ")"))), estimates(svytotal(fm(paste0("interaction(", r$f, ", ", r$g, ")")), d), d))
  if (!is.null(r$n)) {
    a("mean.factor.missing", list(statistic = "mean", of = only(r$n)), estimates(svymean(fm(r$n), d, na.rm = TRUE), d))
    a("total.factor.missing", list(statistic = "total", of = only(r$n)), estimates(svytotal(fm(r$n), d, na.rm = TRUE), d))
    a("by.missing", list(statistic = "mean", of = only(r$y), by = only(r$n)), groups(svyby(fm(r$y), fm(r$n), d, svymean)))
    a("by.missing.both", list(statistic = "total", of = only(r$m), by = only(r$n)), groups(svyby(fm(r$m), fm(r$n), d, svytotal, na.rm = TRUE)))
    a("table.missing", list(statistic = "table", of = c(r$f, r$n)), list(estimate = as.vector(svytable(fm(r$f, r$n), d))))
    for (m in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")) a(paste0("chisq.missing.", m), list(statistic = "chisq", of = c(r$f, r$n), method = m), tested(svychisq(fm(r$f, r$n), d, statistic = m)))
    a("glm.missing.factor", list(statistic = "glm", formula = paste(r$y, "~", r$n)), model(eval(substitute(svyglm(q, d), list(q = as.formula(paste(r$y, "~", r$n)))))))
  }
  a("ratio", list(statistic = "ratio", of = only(r$y), over = only(r$z), deff = TRUE), { q <- svyratio(fm(r$y), fm(r$z), d, deff = !rep); e <- groups(q, list(cv = num(cv(q)), ci = limits(confint(q, df = whole)))); if (!rep) e$deff <- attr(q, "deff"); e })
  a("ratio.missing", list(statistic = "ratio", of = only(r$m), over = only(r$z)), groups(svyratio(fm(r$m), fm(r$z), d, na.rm = TRUE)))
  a("ratio.several", list(statistic = "ratio", of = c(r$y, r$k), over = only(r$z)), { q <- svyratio(fm(r$y, r$k), fm(r$z), d, covmat = TRUE); groups(q, list(covariance = as.vector(vcov(q)))) })
  a("ratio.several.over", list(statistic = "ratio", of = c(r$y, r$k), over = c(r$z, r$m)), groups(svyratio(fm(r$y, r$k), fm(r$z, r$m), d, na.rm = TRUE)))
  a("ratio.where", list(statistic = "ratio", of = only(r$y), over = only(r$z), where = w), groups(svyratio(fm(r$y), fm(r$z), s)))
  a("variance", list(statistic = "variance", of = only(r$y)), { v <- svyvar(fm(r$y), d); groups(v) })
  a("variance.missing", list(statistic = "variance", of = only(r$m)), { v <- svyvar(fm(r$m), d, na.rm = TRUE); groups(v) })
  a("variance.where", list(statistic = "variance", of = only(r$y), where = w), { v <- svyvar(fm(r$y), s); groups(v) })
  a("variance.two", list(statistic = "variance", of = c(r$y, r$z)), { v <- svyvar(fm(r$y, r$z), d); list(estimate = as.vector(as.matrix(v)[1:2, 1:2]), se = sqrt(diag(attr(v, "var")))) })

  a("by", list(statistic = "mean", of = only(r$y), by = only(r$f)), { b <- svyby(fm(r$y), fm(r$f), d, svymean); groups(b, list(ci = limits(confint(b, df = whole)), cv = num(cv(b)))) })
  a("by.deff", list(statistic = "mean", of = c(r$y, r$z), by = only(r$f), deff = TRUE), { b <- svyby(fm(r$y, r$z), fm(r$f), d, svymean, deff = TRUE); groups(b, list(deff = as.vector(as.matrix(deff(b))))) })
  a("by.covariance", list(statistic = "mean", of = c(r$y, r$z), by = only(r$f)), { b <- svyby(fm(r$y, r$z), fm(r$f), d, svymean, covmat = TRUE); groups(b, list(covariance = as.vector(vcov(b)))) })
  a("by.two", list(statistic = "mean", of = only(r$m), by = c(r$f, r$g)), groups(svyby(fm(r$m), fm(r$f, r$g), d, svymean, na.rm = TRUE)))
  a("by.two.covariance", list(statistic = "total", of = only(r$y), by = c(r$f, r$g)), { b <- svyby(fm(r$y), fm(r$f, r$g), d, svytotal, covmat = TRUE); groups(b, list(covariance = as.vector(vcov(b)))) })
  a("by.total", list(statistic = "total", of = c(r$y, r$k), by = only(r$g)), groups(svyby(fm(r$y, r$k), fm(r$g), d, svytotal)))
  a("by.factor", list(statistic = "mean", of = only(r$g), by = only(r$f)), groups(svyby(fm(r$g), fm(r$f), d, svymean)))
  a("by.factor.total", list(statistic = "total", of = only(r$g), by = only(r$f)), groups(svyby(fm(r$g), fm(r$f), d, svytotal)))
  a("by.ratio", list(statistic = "ratio", of = only(r$y), over = only(r$z), by = only(r$f)), groups(svyby(fm(r$y), fm(r$f), denominator = fm(r$z), d, svyratio)))
  a("by.ratio.covariance", list(statistic = "ratio", of = only(r$y), over = only(r$z), by = only(r$f)), { b <- svyby(fm(r$y), fm(r$f), denominator = fm(r$z), d, svyratio, covmat = TRUE); groups(b, list(covariance = as.vector(vcov(b)))) })
  a("by.variance", list(statistic = "variance", of = only(r$y), by = only(r$f)), groups(svyby(fm(r$y), fm(r$f), d, svyvar)))
  a("by.where", list(statistic = "mean", of = only(r$m), by = only(r$g), where = w), { b <- svyby(fm(r$m), fm(r$g), s, svymean, na.rm = TRUE, drop.empty.groups = TRUE); groups(b) })
  a("by.where.total", list(statistic = "total", of = only(r$y), by = c(r$f, r$g), where = w), groups(svyby(fm(r$y), fm(r$f, r$g), s, svytotal)))
  a("by.proportion", list(statistic = "proportion", of = only(pos), by = only(r$f), interval = "logit"), { b <- svyby(posR, fm(r$f), d, svyciprop, vartype = "ci", method = "logit", df = NULL); list(estimate = b[, 2]) })
  a("by.quantile", list(statistic = "quantile", of = only(r$y), by = only(r$f), p = c(.25, .5)), { q <- svyby(fm(r$y), fm(r$f), d, svyquantile, quantiles = c(.25, .5), keep.var = TRUE); n <- (ncol(q) - 1) / 2; list(estimate = as.vector(as.matrix(q[, 1 + seq_len(n)])), se = as.vector(as.matrix(q[, 1 + n + seq_len(n)]))) })
  a("by.quantile.ci", list(statistic = "quantile", of = only(r$y), by = only(r$g), p = only(.5)), { q <- svyby(fm(r$y), fm(r$g), d, svyquantile, quantiles = .5, ci = TRUE, vartype = "ci"); list(estimate = q[, 2], ci = limits(as.matrix(q[, 3:4]))) })

  lev <- levels(factor(d$variables[[r$b]])); gapping <- list(lev[1:2]); names(gapping) <- r$b
  a("gap", list(statistic = "gap", of = only(r$y), between = gapping), { g <- svyglm(as.formula(paste(r$y, "~ ", r$b, sep = "")), d); list(estimate = -coef(g)[2], se = SE(g)[2]) })
  a("gap.missing", list(statistic = "gap", of = only(r$m), between = gapping), { g <- svyglm(as.formula(paste(r$m, "~ ", r$b, sep = "")), d); list(estimate = -coef(g)[2], se = SE(g)[2]) })
  a("gap.where", list(statistic = "gap", of = only(r$m), between = gapping, where = w), { g <- svyglm(as.formula(paste(r$m, "~ ", r$b, sep = "")), s); list(estimate = -coef(g)[2], se = SE(g)[2]) })
  a("gap.total", list(statistic = "gap", of = only(r$y), between = gapping, estimator = "total"), { b <- svyby(fm(r$y), fm(r$b), d, svytotal, covmat = TRUE); c1 <- svycontrast(b, c(1, -1)); groups(c1) })
  a("gap.ratio", list(statistic = "gap", of = only(r$y), over = only(r$z), between = gapping, estimator = "ratio"), { b <- svyby(fm(r$y), fm(r$b), denominator = fm(r$z), d, svyratio, covmat = TRUE); c1 <- svycontrast(b, c(1, -1)); groups(c1) })
  a("contrast", list(statistic = "contrast", estimator = "mean", of = c(r$y, r$z), coefficients = c(1, -2)), { k <- svycontrast(svymean(fm(r$y, r$z), d), c(1, -2)); groups(k) })
  a("contrast.total", list(statistic = "contrast", estimator = "total", of = c(r$y, r$z, r$k), coefficients = list(a = c(1, -1, 0), b = c(.5, .5, -1))), { k <- svycontrast(svytotal(fm(r$y, r$z, r$k), d), list(a = c(1, -1, 0), b = c(.5, .5, -1))); groups(k, list(covariance = as.vector(vcov(k)))) })
  a("contrast.factor", list(statistic = "contrast", estimator = "mean", of = only(r$f), coefficients = c(1, -1, rep(0, nlevels(factor(d$variables[[r$f]])) - 2))), { k <- svycontrast(svymean(fm(r$f), d), c(1, -1, rep(0, nlevels(factor(d$variables[[r$f]])) - 2))); groups(k) })
  ex <- paste0("log(`", r$y, "`) - `", r$z, "`^2/100")
  a("contrast.expression", list(statistic = "contrast", estimator = "mean", of = c(r$y, r$z), expression = gsub("`", "", ex)), { k <- svycontrast(svymean(fm(r$y, r$z), d), parse(text = ex)[[1]]); groups(k) })
  a("contrast.ratio", list(statistic = "contrast", estimator = "total", of = c(r$y, r$z), expression = paste0("(", r$y, "+", r$z, ")/", r$z)), { k <- svycontrast(svytotal(fm(r$y, r$z), d), parse(text = paste0("(`", r$y, "`+`", r$z, "`)/`", r$z, "`"))[[1]]); groups(k) })
  a("contrast.by", list(statistic = "contrast", estimator = "total", of = only(r$y), by = only(r$b), coefficients = c(1, -1)), { b <- svyby(fm(r$y), fm(r$b), d, svytotal, covmat = TRUE); groups(svycontrast(b, c(1, -1))) })
  a("contrast.named", list(statistic = "contrast", estimator = "mean", of = only(r$y), by = only(r$b), coefficients = list(diff = setNames(as.list(c(1, -1)), lev[1:2]))), { b <- svyby(fm(r$y), fm(r$b), d, svymean, covmat = TRUE); groups(svycontrast(b, c(1, -1))) })

  for (i in c("mean", if (!rep) c("beta", "xlogit", "asin", "score")))
    a(paste0("quantile.", i), list(statistic = "quantile", of = only(r$y), p = c(.05, .25, .5, .75, .95), interval = i), quantiles(svyquantile(fm(r$y), d, c(.05, .25, .5, .75, .95), interval.type = i)))
  if (rep) a("quantile.quantile", list(statistic = "quantile", of = only(r$y), p = c(.25, .5), interval = "quantile"), quantiles(svyquantile(fm(r$y), d, c(.25, .5), interval.type = "quantile")))
  for (q in c("math", "school", "shahvaish", paste0("hf", 1:9)))
    a(paste0("quantile.", q), list(statistic = "quantile", of = only(r$z), p = c(.1, .33, .5, .9), rule = q), quantiles(svyquantile(fm(r$z), d, c(.1, .33, .5, .9), qrule = q)))
  a("quantile.missing", list(statistic = "quantile", of = only(r$m), p = c(.2, .5)), quantiles(svyquantile(fm(r$m), d, c(.2, .5), na.rm = TRUE)))
  a("quantile.two", list(statistic = "quantile", of = c(r$y, r$z), p = c(.2, .5)), quantiles(svyquantile(fm(r$y, r$z), d, c(.2, .5))))
  a("quantile.where", list(statistic = "quantile", of = only(r$y), p = c(.2, .5, .8), where = w), quantiles(svyquantile(fm(r$y), s, c(.2, .5, .8))))
  a("quantile.where.hf7", list(statistic = "quantile", of = only(r$m), p = c(.2, .5, .8), where = w, rule = "hf7", interval = if (rep) "mean" else "beta"), quantiles(svyquantile(fm(r$m), s, c(.2, .5, .8), qrule = "hf7", interval.type = if (rep) "mean" else "beta", na.rm = TRUE)))
  a("quantile.level", list(statistic = "quantile", of = only(r$y), p = only(.5), level = .9), quantiles(svyquantile(fm(r$y), d, .5, alpha = .1)))

  for (i in c("logit", "asin", "beta", "mean", "xlogit", "likelihood")) {
    a(paste0("share.", i), list(statistic = "proportion", of = only(pos), interval = i), share(svyciprop(posR, d, method = i)))
    a(paste0("share.where.", i), list(statistic = "proportion", of = only(pos), interval = i, where = w), share(svyciprop(posR, s, method = i)))
    mR <- fm(paste0("I(", r$m, ">", r$cut, ")"))
    a(paste0("share.missing.", i), list(statistic = "proportion", of = only(paste0(r$m, " > ", r$cut)), interval = i), share(svyciprop(mR, d, method = i, na.rm = TRUE)))
    a(paste0("share.level.", i), list(statistic = "proportion", of = only(pos), interval = i, level = .9), share(svyciprop(posR, d, method = i, level = .9)))
  }
  a("table", list(statistic = "table", of = c(r$f, r$g)), list(estimate = as.vector(svytable(fm(r$f, r$g), d))))
  a("table.one", list(statistic = "table", of = only(r$f)), list(estimate = as.vector(svytable(fm(r$f), d))))
  a("table.three", list(statistic = "table", of = c(r$f, r$g, r$b)), list(estimate = as.vector(svytable(fm(r$f, r$g, r$b), d))))
  a("table.where", list(statistic = "table", of = c(r$f, r$g), where = w), list(estimate = as.vector(svytable(fm(r$f, r$g), s))))
  for (m in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")) {
    a(paste0("chisq.", m), list(statistic = "chisq", of = c(r$f, r$g), method = m), tested(svychisq(fm(r$f, r$g), d, statistic = m)))
    a(paste0("chisq.where.", m), list(statistic = "chisq", of = c(r$g, r$b), method = m, where = w), tested(svychisq(fm(r$g, r$b), s, statistic = m)))
  }
  F <- function(left, ...) as.formula(paste(left, "~", paste(c(...), collapse = " + ")))
  a("ttest", list(statistic = "ttest", formula = paste(r$y, "~", r$b)), { t <- svyttest(F(r$y, r$b), d); c(tested(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.missing", list(statistic = "ttest", formula = paste(r$m, "~", r$b)), { t <- svyttest(F(r$m, r$b), d); c(tested(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.where", list(statistic = "ttest", formula = paste(r$y, "~", r$b), where = w), { t <- svyttest(F(r$y, r$b), s); c(tested(t), list(estimate = t$estimate, ci = t$conf.int)) })
  a("ttest.one", list(statistic = "ttest", formula = paste(r$y, "~ 0")), { t <- svyttest(F(r$y, "0"), d); c(tested(t), list(estimate = t$estimate, ci = t$conf.int)) })
  for (m in c("wilcoxon", "vanderWaerden", "median")) {
    a(paste0("rank.", m), list(statistic = "ranktest", formula = paste(r$y, "~", r$b), method = m), { t <- svyranktest(F(r$y, r$b), d, test = m); c(tested(t), list(estimate = t$estimate)) })
    a(paste0("rank.missing.", m), list(statistic = "ranktest", formula = paste(r$m, "~", r$b), method = m), { t <- svyranktest(F(r$m, r$b), d, test = m); c(tested(t), list(estimate = t$estimate)) })
    a(paste0("rank.where.", m), list(statistic = "ranktest", formula = paste(r$y, "~", r$b), method = m, where = w), { t <- svyranktest(F(r$y, r$b), s, test = m); c(tested(t), list(estimate = t$estimate)) })
    a(paste0("rank.several.", m), list(statistic = "ranktest", formula = paste(r$y, "~", r$f), method = m), { t <- svyranktest(F(r$y, r$f), d, test = m); if (is.null(t$ddf)) tested(t) else list(testStatistic = t$parameter, df = c(t$statistic, t$ddf), p = t$p.value) })
  }
  fit <- function(left, ..., family = gaussian(), on = d) { q <- F(left, ...); eval(substitute(svyglm(Q, on, family = family), list(Q = q))) }
  a("glm", list(statistic = "glm", formula = paste(r$y, "~", paste(r$x, collapse = "+"))), model(fit(r$y, r$x)))
  a("glm.missing", list(statistic = "glm", formula = paste(r$m, "~", paste(c(r$x, r$f), collapse = "+"))), model(fit(r$m, r$x, r$f)))
  a("glm.factor", list(statistic = "glm", formula = paste(r$y, "~", r$f, "+", r$g)), model(fit(r$y, r$f, r$g)))
  a("glm.crossed", list(statistic = "glm", formula = paste(r$y, "~", r$b, "*", r$x[1])), model(fit(r$y, paste(r$b, "*", r$x[1]))))
  a("glm.where", list(statistic = "glm", formula = paste(r$y, "~", r$x[1]), where = w), model(fit(r$y, r$x[1], on = s)))
  a("glm.intercept", list(statistic = "glm", formula = paste(r$y, "~ 1")), model(fit(r$y, "1")))
  a("glm.without", list(statistic = "glm", formula = paste(r$y, "~ 0 +", r$f)), model(fit(r$y, "0", r$f)))
  a("glm.log", list(statistic = "glm", formula = paste0("log(", r$y, "+1) ~ I(", r$x[1], "^2) + ", r$x[1])), model(fit(paste0("log(", r$y, "+1)"), paste0("I(", r$x[1], "^2)"), r$x[1])))
  a("glm.logit", list(statistic = "glm", formula = paste(pos, "~", paste(r$x, collapse = "+")), family = "binomial"), model(fit(paste0("I(", r$b, "=='", r$yes, "')"), r$x, family = quasibinomial())))
  a("glm.logit.factor", list(statistic = "glm", formula = paste(pos, "~", r$f), family = "binomial"), model(fit(paste0("I(", r$b, "=='", r$yes, "')"), r$f, family = quasibinomial())))
  a("glm.logit.where", list(statistic = "glm", formula = paste(r$b, "~", r$x[1]), family = "binomial", where = w), model(fit(r$b, r$x[1], family = quasibinomial(), on = s)))
  a("glm.poisson", list(statistic = "glm", formula = paste(r$k, "~", paste(r$x, collapse = "+")), family = "poisson"), model(fit(r$k, r$x, family = quasipoisson())))
  a("glm.poisson.where", list(statistic = "glm", formula = paste(r$k, "~", r$x[1], "+", r$b), family = "poisson", where = w), model(fit(r$k, r$x[1], r$b, family = quasipoisson(), on = s)))
  a("glm.contrast", list(statistic = "contrast", estimator = "glm", formula = paste(r$y, "~", paste(r$x, collapse = "+")), coefficients = c(1, rep(.5, length(r$x)))), { k <- svycontrast(fit(r$y, r$x), c(1, rep(.5, length(r$x)))); groups(k) })
  if (!deep) return(invisible())
  size <- nlevels(factor(d$variables[[r$g]])); pop <- round(1000 * (1:size) / 3 + 100)
  a("standardize", list(statistic = "standardize", of = only(r$m), by = only(r$g), over = only(r$f), population = pop), { t <- svystandardize(d, fm(r$g), fm(r$f), pop, excluding.missing = fm(r$m)); groups(svyby(fm(r$m), fm(r$f), t, svymean, na.rm = TRUE)) })
  a("standardize.whole", list(statistic = "standardize", of = only(r$y), by = only(r$g), population = pop), { t <- svystandardize(d, fm(r$g), ~1, pop, excluding.missing = fm(r$y)); groups(svymean(fm(r$y), t)) })
}
