# The Californian schools of the package: simple, stratified, one- and two-stage samples; calibrated, replicated, with lonely units.
data(api)
holes <- function(x) { x$part <- factor(ifelse(seq_len(nrow(x)) %% 7 == 0, NA, ifelse(x$meals > 60, "poor", ifelse(x$meals > 25, "mid", "rich")))); x }
for (n in c("apisrs", "apistrat", "apiclus1", "apiclus2")) { assign(n, taken(holes(get(n)), paste0(n, ".csv"))) }
roles <- list(y = "api00", z = "api99", m = "avg.ed", cut = "2.6", f = "stype", g = "awards", n = "part", b = "comp.imp", yes = "Yes", k = "api.stu", x = c("ell", "meals"), where = c("ell > 20 & sch.wide == 'Yes'", "ell > 20 && sch.wide == 'Yes'"))
one <- function(name, file, design, d, deep = TRUE, with = list()) { declare(name, file, design); study(name, d, modifyList(roles, with), deep) }
S <- svydesign(~1, fpc = ~fpc, data = apisrs); one("srs", "apisrs.csv", list(fpc = only("fpc")), S)
one("srs.wr", "apisrs.csv", list(weights = "pw"), svydesign(~1, weights = ~pw, data = apisrs))
T <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat); jT <- list(strata = only("stype"), weights = "pw", fpc = only("fpc"))
one("strat", "apistrat.csv", jT, T, with = list(f = "awards", g = "sch.wide"))
one("strat.stype", "apistrat.csv", jT, T)
C <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1); jC <- list(ids = only("dnum"), weights = "pw", fpc = only("fpc"))
one("clus1", "apiclus1.csv", jC, C)
C0 <- svydesign(~dnum, weights = ~pw, data = apiclus1); jC0 <- list(ids = only("dnum"), weights = "pw"); one("clus1.wr", "apiclus1.csv", jC0, C0)
B <- svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2); jB <- list(ids = c("dnum", "snum"), fpc = c("fpc1", "fpc2")); one("clus2", "apiclus2.csv", jB, B)
one("clus2.wr", "apiclus2.csv", list(ids = c("dnum", "snum"), weights = "pw"), svydesign(~dnum + snum, weights = ~pw, data = apiclus2))
apiclus2$prob1 <- 40 / apiclus2$fpc1; apiclus2$prob2 <- ave(apiclus2$snum, apiclus2$dnum, FUN = length) / apiclus2$fpc2; put(apiclus2, "apiclus2p.csv")
one("clus2.probabilities", "apiclus2p.csv", list(ids = c("dnum", "snum"), probabilities = c("prob1", "prob2")), svydesign(~dnum + snum, probs = ~prob1 + prob2, data = apiclus2), FALSE)
one("clus2.fractions", "apiclus2p.csv", list(ids = c("dnum", "snum"), fpc = c("prob1", "prob2")), svydesign(~dnum + snum, fpc = ~prob1 + prob2, data = apiclus2), FALSE)

mType <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)); put(setNames(mType, c("stype", "total")), "m.stype.csv")
mWide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122)); put(setNames(mWide, c("sch.wide", "total")), "m.wide.csv")
mBoth <- as.data.frame(xtabs(~stype + sch.wide, apipop)); put(setNames(mBoth, c("stype", "sch.wide", "total")), "m.both.csv")
put(data.frame(total = sum(apipop$api99)), "m.api99.csv"); put(data.frame(api99 = sum(apipop$api99), ell = sum(apipop$ell, na.rm = TRUE)), "m.two.csv")
tight <- list(maxit = 1000, epsilon = 1e-12)
cal <- function(json, ...) c(json, list(calibrate = list(...)))
type <- m("m.stype.csv", "stype"); wide <- m("m.wide.csv", "sch.wide"); both <- m("m.both.csv", "stype", "sch.wide"); scores <- list(of = only("api99"), totals = "m.api99.csv")
pop <- c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018); popn <- c(pop, api99 = sum(apipop$api99))
everyway <- function(name, file, d, json, deep = TRUE, with = list()) {
  run <- function(suffix, d2, ...) one(paste0(name, ".", suffix), file, cal(json, ...), d2, deep, with)
  run("post", postStratify(d, ~stype, mType), list(method = "poststratify", margins = list(type)))
  run("post.both", postStratify(d, ~stype + sch.wide, mBoth), list(method = "poststratify", margins = list(both)))
  run("rake", rake(d, list(~stype, ~sch.wide), list(mType, mWide), control = tight), list(method = "rake", margins = list(type, wide)))
  run("linear", calibrate(d, ~stype, pop), list(method = "linear", margins = list(type)))
  run("linear.number", calibrate(d, ~stype + api99, popn), list(method = "linear", margins = list(type, scores)))
  run("linear.bounds", calibrate(d, ~stype + api99, popn, bounds = c(.4, 2.2), epsilon = 1e-11, maxit = 200), list(method = "linear", margins = list(type, scores), bounds = c(.4, 2.2)))
  run("raking", calibrate(d, ~stype + api99, popn, calfun = "raking", epsilon = 1e-11), list(method = "rake", margins = list(type, scores)))
  run("raking.bounds", calibrate(d, ~stype + api99, popn, calfun = "raking", bounds = c(.3, 3), epsilon = 1e-11), list(method = "rake", margins = list(type, scores), bounds = c(.3, 3)))
  run("logit", calibrate(d, ~stype + api99, popn, calfun = "logit", bounds = c(.3, 3), epsilon = 1e-11), list(method = "logit", margins = list(type, scores), bounds = c(.3, 3)))
  run("post.linear", calibrate(postStratify(d, ~sch.wide, mWide), ~stype + api99, popn), list(method = "poststratify", margins = list(wide)), list(method = "linear", margins = list(type, scores)))
  if (inherits(d, "svyrep.design")) return() # R keeps the full weights and spoils the replicates
  r <- rake(d, list(~stype, ~sch.wide), list(mType, mWide), control = tight); b <- unname(signif(quantile(weights(r, "sampling"), c(.05, .9)), 3)) + c(.0123, .0123)
  run("trim", trimWeights(r, lower = b[1], upper = b[2]), list(method = "rake", margins = list(type, wide)), list(method = "trim", bounds = b))
  strict <- tryCatch(trimWeights(r, lower = b[1], upper = b[2], strict = TRUE), error = function(e) NULL) # R may cut for ever
  if (!is.null(strict)) run("trim.strict", strict, list(method = "rake", margins = list(type, wide)), list(method = "trim", bounds = b, strict = TRUE))
}
everyway("clus1", "apiclus1.csv", C, jC); everyway("clus1.wr", "apiclus1.csv", C0, jC0, FALSE)
everyway("strat", "apistrat.csv", T, jT, with = list(f = "awards", g = "sch.wide")); everyway("srs", "apisrs.csv", S, list(fpc = only("fpc")), FALSE); everyway("clus2", "apiclus2.csv", B, jB, FALSE)

# Replicates that follow from the design, and calibrated ones.
replicated <- function(json, ...) c(json, list(replicates = list(...)))
one("clus1.jk1", "apiclus1.csv", replicated(jC, type = "JK1"), as.svrepdesign(C, type = "JK1"))
one("clus1.jk1.mse", "apiclus1.csv", replicated(jC, type = "JK1", mse = TRUE), as.svrepdesign(C, type = "JK1", mse = TRUE), FALSE)
one("clus1.wr.jk1", "apiclus1.csv", replicated(jC0, type = "JK1"), as.svrepdesign(C0, type = "JK1"), FALSE)
one("strat.jkn", "apistrat.csv", replicated(jT, type = "JKn"), as.svrepdesign(T, type = "JKn"), FALSE, list(f = "awards", g = "sch.wide"))
one("clus2.jk1", "apiclus2.csv", replicated(jB, type = "JK1"), as.svrepdesign(B, type = "JK1"), FALSE)
everyway("clus1.jk1", "apiclus1.csv", as.svrepdesign(C, type = "JK1"), replicated(jC, type = "JK1"), FALSE)
# Replicates drawn by R and given as columns.
given <- function(name, data, d, with = list(), ...) {
  w <- weights(d, "analysis"); colnames(w) <- paste0("rw.", seq_len(ncol(w))); file <- paste0(name, ".csv")
  put(cbind(data, w), file); back <- read.csv(file.path(work, file), check.names = FALSE)[, colnames(w)]
  e <- svrepdesign(weights = ~pw, repweights = back, data = data, type = "other", scale = d$scale, rscales = d$rscales, combined.weights = TRUE, mse = d$mse)
  one(name, file, list(weights = "pw", replicates = list(type = "bootstrap", columns = colnames(w), scale = d$scale, rscales = d$rscales, mse = d$mse)), e, FALSE, with)
}
given("clus1.boot", apiclus1, as.svrepdesign(C, type = "bootstrap", replicates = 40))
given("clus1.sub", apiclus1, as.svrepdesign(C0, type = "subbootstrap", replicates = 30, mse = TRUE))
given("clus2.mrb", transform(apiclus2, pw = 1 / B$prob), as.svrepdesign(B, type = "mrbbootstrap", replicates = 35))
given("strat.boot", apistrat, as.svrepdesign(T, type = "bootstrap", replicates = 30), list(f = "awards", g = "sch.wide"))

# Lonely units, in the sample and in domains.
lone <- apistrat[-c(160:199)[-1], ]; lone <- rbind(apistrat[apistrat$stype == "E", ], apistrat[apistrat$stype == "M", ][1, ], apistrat[apistrat$stype == "H", ]); put(lone, "lone.csv")
lc <- transform(apiclus1, zone = ifelse(dnum < 200, "a", ifelse(dnum < 600, "b", "c"))); lc <- rbind(lc, transform(lc[1:4, ], dnum = 9999, zone = "d")); put(lc, "lonecl.csv")
for (rule in c("remove", "certainty", "adjust", "average")) for (dom in c(FALSE, TRUE)) {
  options(survey.lonely.psu = rule, survey.adjust.domain.lonely = dom)
  jl <- list(strata = only("stype"), weights = "pw", lonelyPsu = rule, lonelyDomain = dom)
  one(paste("lonely", rule, dom, sep = "."), "lone.csv", jl, svydesign(~1, strata = ~stype, weights = ~pw, data = lone), FALSE, list(f = "awards", g = "sch.wide"))
  one(paste("lonely.cl", rule, dom, sep = "."), "lonecl.csv", list(ids = only("dnum"), strata = only("zone"), weights = "pw", lonelyPsu = rule, lonelyDomain = dom), svydesign(~dnum, strata = ~zone, weights = ~pw, data = lc), FALSE)
}
for (rule in c("adjust", "average")) { options(survey.lonely.psu = rule, survey.adjust.domain.lonely = TRUE)
  one(paste("lonely.fpc", rule, sep = "."), "lone.csv", list(strata = only("stype"), weights = "pw", fpc = only("fpc"), lonelyPsu = rule, lonelyDomain = TRUE), svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = lone), FALSE, list(f = "awards", g = "sch.wide"))
  l2 <- svydesign(~dnum, strata = ~zone, weights = ~pw, data = lc)
  one(paste("lonely.post", rule, sep = "."), "lonecl.csv", cal(list(ids = only("dnum"), strata = only("zone"), weights = "pw", lonelyPsu = rule, lonelyDomain = TRUE), list(method = "poststratify", margins = list(type))), postStratify(l2, ~stype, mType), FALSE) }
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)
