# Asks R's survey about the samples that bench/Turna.Survey.Bench wrote, and compares how often the intervals of both hold the true value.
#   Rscript bench/survey-oracle/coverage.R FOLDER
suppressMessages(library(survey)); options(warn = -1); invisible(Sys.setlocale("LC_COLLATE", "C"))
folder <- commandArgs(TRUE)[1]; at <- function(f) file.path(folder, f)
all <- read.csv(at("samples.csv"), stringsAsFactors = TRUE); truth <- with(read.csv(at("truth.csv")), setNames(value, name)); m <- read.csv(at("margins.csv"))
freq <- function(by) { t <- m[m$by == by, ]; setNames(data.frame(factor(t$level), t$total), c(by, "Freq")) }
hits <- list(); n <- 0
hold <- function(kind, name, ci) { k <- paste(kind, name, sep = ","); v <- truth[[strsplit(name, " ")[[1]][1]]]; if (is.null(hits[[k]])) hits[[k]] <<- 0; if (isTRUE(ci[1] <= v && v <= ci[2])) hits[[k]] <<- hits[[k]] + 1 }
said <- function(q) tryCatch(as.vector(q), error = function(e) c(NA, NA))
for (s in split(all, all$sample)) {
  n <- n + 1
  d <- svydesign(~cluster, strata = ~stratum, weights = ~w, fpc = ~N, data = s)
  r <- rake(d, list(~sex, ~band), list(freq("sex"), freq("band")), control = list(maxit = 500, epsilon = 1e-9))
  for (kind in c("linearised", "raked", "jackknife")) {
    e <- switch(kind, linearised = d, raked = r, jackknife = as.svrepdesign(d, type = "JKn")); df <- degf(e); w <- function(x) said(confint(x, df = df))
    hold(kind, "total", w(svytotal(~y, e))); hold(kind, "mean", w(svymean(~y, e))); hold(kind, "ratio", w(svyratio(~y, ~x, e)))
    f <- subset(e, sex == "F"); hold(kind, "domain", said(confint(svymean(~y, f), df = if (kind == "jackknife") df else degf(f))))
    v <- svyvar(~y, e); h <- qt(.975, df) * SE(v)[1]; hold(kind, "variance", c(coef(v)[1] - h, coef(v)[1] + h))
    g <- svyglm(y ~ sex, e); h <- qt(.975, df) * SE(g)[2]; hold(kind, "gap", c(-coef(g)[2] - h, -coef(g)[2] + h))
    for (i in c("logit", "likelihood", "asin", "beta", "mean", "xlogit")) if (i != "likelihood" || kind != "jackknife") { I <- c(logit = "Logit", likelihood = "Likelihood", asin = "Asin", beta = "Beta", mean = "Mean", xlogit = "XLogit")[[i]]
      hold(kind, paste("share", I), said(attr(svyciprop(~yes, e, method = i), "ci"))); hold(kind, paste("rare", I), said(tryCatch(attr(svyciprop(~rare, e, method = i), "ci"), error = function(x) c(NA, NA)))) }
    for (i in c("mean", if (kind != "jackknife") c("beta", "xlogit", "asin", "score"))) { I <- c(mean = "Mean", beta = "Beta", xlogit = "XLogit", asin = "Asin", score = "Score")[[i]]
      hold(kind, paste("median", I), said(tryCatch(confint(svyquantile(~y, e, .5, interval.type = i)), error = function(x) c(NA, NA)))); hold(kind, paste("upper", I), said(tryCatch(confint(svyquantile(~y, e, .8, interval.type = i)), error = function(x) c(NA, NA)))) }
  }
}
ours <- read.csv(at("ours.csv")); ours <- setNames(ours$covered, paste(ours$kind, ours$name, sep = ",")); worst <- 0
cat(n, "samples of 12 clusters; share of 95 % intervals that hold the true value, survey", format(packageVersion("survey")), "and here\n")
for (k in names(hits)) { theirs <- 100 * hits[[k]] / n; worst <- max(worst, abs(theirs - ours[[k]])); cat(sprintf("  %-34s %6.2f %6.2f %s\n", k, theirs, ours[[k]], if (abs(theirs - ours[[k]]) > .5) "apart" else "")) }
cat(sprintf("largest difference %.2f points\n", worst))
