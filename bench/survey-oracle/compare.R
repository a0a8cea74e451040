# Runs the program on every declared design and compares its answers with R's.
iterated <- c("glm.logit", "glm.poisson", "share.logit", "share.likelihood", "share.where.logit", "share.where.likelihood", "share.missing.l", "share.level.l")

# R 4.1-1 under joint probabilities: no covariance between domains, a deff of totals without n, one of domains with the whole sample's n
# (survey:::svytotal.pps, survey:::svymean.pps, survey:::svyby.default). docs/reference/survey.md says what is done here instead.
understood <- function(design, id, field) grepl("^pps\\.(overton|hr|ht|yg)", design) &&
  ((field == "deff" && id %in% c("mean.where.deff", "total", "total.replace", "total.factor", "by.deff")) || (field == "covariance" && startsWith(id, "by.")) ||
   (field == "se" && id %in% c("gap.total", "gap.ratio", "contrast.by", "contrast.named")))

# A standard error that is zero but for rounding (a total that calibration fixed) has no digits to agree in; "zero" is the least that counts.
differs <- function(wanted, found, tolerance, zero = 0) {
  wanted <- num(wanted); found <- num(lapply(found, function(v) if (is.null(v)) NA else v))
  if (all(is.na(wanted))) return(NULL)
  if (length(wanted) != length(found)) return(paste(length(wanted), "numbers in R,", length(found), "here"))
  floor <- max(1e-10 * max(0, abs(wanted), na.rm = TRUE) + 1e-13, zero)
  # Where R has no number (missing answers it does not leave out, a likelihood on replicates) there is nothing to compare.
  bad <- which(!is.na(wanted) & (is.na(found) | abs(wanted - found) > tolerance * abs(wanted) + floor))
  if (length(bad) == 0) return(NULL)
  paste0("[", bad[1], "] R ", format(wanted[bad[1]], digits = 12), ", here ", format(found[bad[1]], digits = 12), if (length(bad) > 1) paste0(" and ", length(bad) - 1, " more"))
}

ask <- function(work, name) {
  own <- Filter(function(c) c$design == name, cases); at <- function(f) file.path(work, f)
  write(toJSON(declared[[name]]$design, auto_unbox = TRUE, digits = NA), at(paste0(name, ".design.json")))
  write(toJSON(list(requests = lapply(own, `[[`, "request")), auto_unbox = TRUE, digits = NA), at(paste0(name, ".request.json")))
  said <- system2(Sys.getenv("TURNA", "./turna"), c("survey", "estimate", "--data", at(declared[[name]]$data), "--design", at(paste0(name, ".design.json")), "--request", at(paste0(name, ".request.json")), "--output", at(paste0(name, ".out.json"))), stdout = TRUE, stderr = TRUE)
  if (!file.exists(at(paste0(name, ".out.json")))) { cat(name, "NO ANSWER:", said, "\n"); return(NULL) }
  out <- fromJSON(at(paste0(name, ".out.json")), simplifyVector = FALSE)$results
  setNames(out, vapply(out, `[[`, "", "id"))
}

compare <- function(work, wanted = character()) {
  differing <- compared <- unanswered <- explained <- 0
  for (name in names(declared)) {
    if (length(wanted) && !any(vapply(wanted, grepl, TRUE, name))) next
    out <- ask(work, name)
    for (case in Filter(function(c) c$design == name, cases)) {
      id <- case$request$id; mine <- out[[id]]; compared <- compared + 1
      if (is.null(mine) || !is.null(mine$error)) { unanswered <- unanswered + 1; cat(name, id, "unanswered:", mine$error, "\n"); next }
      tolerance <- if (any(startsWith(id, iterated))) 1e-6 else 1e-7
      wrong <- FALSE
      for (field in names(case$expected)) {
        # A covariance that is zero but for rounding has no digits to agree in.
        if (field == "covariance" && all(abs(num(case$expected$covariance)) < 1e-25)) next
        found <- mine[[field]]; if (field == "covariance") found <- unlist(lapply(found, function(row) lapply(row, function(v) if (is.null(v)) NA else v)))
        if (field == "ci") found <- unlist(lapply(found, function(pair) lapply(pair, function(v) if (is.null(v)) NA else v)))
        scale <- max(0, abs(num(case$expected$estimate)), na.rm = TRUE)
        said <- differs(case$expected[[field]], found, tolerance, switch(field, se = 1e-9 * scale, cv = 1e-9, covariance = 1e-18 * scale^2, 0))
        if (!is.null(said) && understood(name, id, field)) { explained <- explained + 1; next }
        if (!is.null(said)) { wrong <- TRUE; cat(name, id, field, said, "\n") }
      }
      differing <- differing + wrong
    }
  }
  cat("survey", format(packageVersion("survey")), "on", R.version.string, ":", compared, "compared,", differing, "differ,", explained, "answers of R are wrong,", unanswered, "unanswered,", length(skipped), "at which R stops\n")
}
