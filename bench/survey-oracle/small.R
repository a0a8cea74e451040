# Small sets with their own notations: given half-samples, certainty strata, two stages with population sizes, a design without weights.
data(scd); data(hospital); data(mu284); data(crowd); data(fpc)
reps <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0)); colnames(reps) <- paste0("rep", 1:4); put(cbind(scd, reps), "scd.csv")
set <- function(name, d, of, over = NULL) {
  a <- function(id, request, expected) add(name, id, request, expected)
  a("total", list(statistic = "total", of = only(of)), estimates(svytotal(fm(of), d), d)); a("mean", list(statistic = "mean", of = only(of), deff = TRUE), estimates(svymean(fm(of), d, deff = TRUE), d, TRUE))
  a("replace", list(statistic = "total", of = only(of), deff = "replace"), estimates(svytotal(fm(of), d, deff = "replace"), d, TRUE))
  a("variance", list(statistic = "variance", of = only(of)), groups(svyvar(fm(of), d))); a("median", list(statistic = "quantile", of = only(of), p = c(.25, .5, .75)), quantiles(svyquantile(fm(of), d, c(.25, .5, .75))))
  for (q in c("school", "shahvaish", paste0("hf", 1:9))) a(paste0("rule.", q), list(statistic = "quantile", of = only(of), p = c(.25, .5, .75), rule = q), quantiles(svyquantile(fm(of), d, c(.25, .5, .75), qrule = q)))
  a("log", list(statistic = "total", of = only(paste0("sqrt(", of, ")"))), estimates(svytotal(fm(paste0("sqrt(", of, ")")), d), d))
  if (!is.null(over)) a("ratio", list(statistic = "ratio", of = only(of), over = only(over)), groups(svyratio(fm(of), fm(over), d)))
}
declare("scd.brr", "scd.csv", list(replicates = list(type = "BRR", columns = paste0("rep", 1:4), combined = FALSE))); set("scd.brr", suppressWarnings(svrepdesign(data = scd, type = "BRR", repweights = reps, combined.weights = FALSE)), "alive", "arrests")
declare("scd.fay", "scd.csv", list(replicates = list(type = "Fay", rho = .3, columns = paste0("rep", 1:4), combined = FALSE))); set("scd.fay", suppressWarnings(svrepdesign(data = scd, type = "Fay", rho = .3, repweights = reps, combined.weights = FALSE)), "alive", "arrests")
declare("scd", "scd.csv", list(ids = only("ambulance"), strata = only("ESA"), nest = TRUE)); Z <- svydesign(~ambulance, strata = ~ESA, data = scd, nest = TRUE); set("scd", Z, "alive", "arrests")
for (t in c("JKn", "BRR")) { n <- paste0("scd.", t); declare(n, "scd.csv", list(ids = only("ambulance"), strata = only("ESA"), nest = TRUE, replicates = list(type = t))); set(n, as.svrepdesign(Z, type = t), "alive", "arrests") }
put(hospital, "hospital.csv"); declare("hospital", "hospital.csv", list(strata = only("oblevel"), fpc = only("tothosp"), weights = "weighta")); set("hospital", svydesign(~1, strata = ~oblevel, fpc = ~tothosp, weights = ~weighta, data = hospital), "births")
put(mu284, "mu284.csv"); declare("mu284", "mu284.csv", list(ids = c("id1", "id2"), fpc = c("n1", "n2"))); MU <- svydesign(~id1 + id2, fpc = ~n1 + n2, data = mu284); set("mu284", MU, "y1")
mu2 <- rbind(transform(mu284, s = 1), transform(mu284, s = 2, y1 = y1 + 7 + id2)); put(mu2, "mu2.csv"); declare("mu284.strata", "mu2.csv", list(ids = c("id1", "id2"), strata = only("s"), fpc = c("n1", "n2"), nest = TRUE)); set("mu284.strata", svydesign(~id1 + id2, strata = ~s, fpc = ~n1 + n2, nest = TRUE, data = mu2), "y1")
mu2$s2 <- ifelse(mu2$id2 == 1, "a", "a"); put(mu2, "mu2.csv"); declare("mu284.strata2", "mu2.csv", list(ids = c("id1", "id2"), strata = c("s", "s2"), fpc = c("n1", "n2"), nest = TRUE)); set("mu284.strata2", svydesign(~id1 + id2, strata = ~s + s2, fpc = ~n1 + n2, nest = TRUE, data = mu2), "y1")
declare("mu284.first", "mu2.csv", list(ids = only("id1"), strata = only("s"), fpc = only("n1"), nest = TRUE)); set("mu284.first", svydesign(~id1, strata = ~s, fpc = ~n1, nest = TRUE, data = mu2), "y1")
put(crowd, "crowd.csv"); declare("crowd", "crowd.csv", list(ids = only("cluster"), strata = only("stratum"), weights = "weight")); set("crowd", svydesign(~cluster, strata = ~stratum, weights = ~weight, data = crowd), "rooms", "person")
put(fpc, "fpc.csv"); declare("fpc", "fpc.csv", list(ids = only("psuid"), strata = only("stratid"), weights = "weight", fpc = only("Nh"), nest = TRUE)); set("fpc", svydesign(~psuid, strata = ~stratid, weights = ~weight, fpc = ~Nh, nest = TRUE, data = fpc), "x")
fpc$f <- fpc$nh / fpc$Nh; put(fpc, "fpc2.csv"); declare("fpc.fraction", "fpc2.csv", list(ids = only("psuid"), strata = only("stratid"), weights = "weight", fpc = only("f"), nest = TRUE)); set("fpc.fraction", svydesign(~psuid, strata = ~stratid, weights = ~weight, fpc = ~f, nest = TRUE, data = fpc), "x")
# Equal weights that have no exact inverse: every share is reached exactly.
for (w in c(49, 7.3, 98.6)) { t <- data.frame(x = 1:40, w = w); n <- paste0("ties.", w); put(t, paste0(n, ".csv")); declare(n, paste0(n, ".csv"), list(weights = "w")); T4 <- svydesign(~1, weights = ~w, data = t)
  for (q in c("math", "school", "shahvaish", paste0("hf", 1:9))) add(n, q, list(statistic = "quantile", of = only("x"), p = c(.1, .25, .5, .7, .75, .9), rule = q), quantiles(svyquantile(~x, T4, c(.1, .25, .5, .7, .75, .9), qrule = q))) }
zero <- transform(mu284, w = c(rep(4, 12), 0, 0, 0), g = rep(c("a", "b", "c"), 5)); put(zero, "zero.csv"); declare("zero", "zero.csv", list(ids = only("id1"), weights = "w")); ZW <- svydesign(~id1, weights = ~w, data = zero); set("zero", ZW, "y1", "id2")
add("zero", "by", list(statistic = "mean", of = only("y1"), by = only("g")), groups(svyby(~y1, ~g, ZW, svymean))); add("zero", "glm", list(statistic = "glm", formula = "y1 ~ id2"), model(svyglm(y1 ~ id2, ZW))); add("zero", "var", list(statistic = "variance", of = only("y1")), groups(svyvar(~y1, ZW)))
