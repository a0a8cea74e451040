# Compares ./turna survey estimate with R's survey on the data sets that the package brings and on made ones.
#   Rscript bench/survey-oracle/oracle.R [DESIGN …]      (Debian: r-base-core, r-cran-survey, r-cran-jsonlite)
# TURNA names the program (default ./turna), PARTS the files to run (default all). Prints what differs by more than 1e-7 (1e-6 where the method iterates), then one line of counts.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "study.R")); source(file.path(here, "compare.R"))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, warn = -1)
# Levels in code-point order, whatever the language of the machine.
invisible(Sys.setlocale("LC_COLLATE", "C"))
RNGversion("4.0.0"); set.seed(20260202)
work <- Sys.getenv("WORK", tempfile("oracle")); dir.create(work, showWarnings = FALSE)
wanted <- commandArgs(TRUE)
put <- function(data, file) write.csv(data, file.path(work, file), row.names = FALSE, na = "")
# What a program reads of a file has 15 digits; where a share under a quantile is reached exactly, R must be asked about the same.
taken <- function(data, file) { put(data, file); read.csv(file.path(work, file), check.names = FALSE, stringsAsFactors = TRUE, na.strings = c("", "NA")) }
margin <- function(d, by, file, factor = 1) {
  t <- as.data.frame(svytable(as.formula(paste("~", paste(by, collapse = "+"))), d)); names(t)[ncol(t)] <- "Freq"
  t$Freq <- round(t$Freq * factor * seq(.97, 1.04, length.out = nrow(t)))
  put(setNames(t, c(by, "total")), file); t
}
m <- function(file, ...) list(by = only(c(...)), totals = file)
same <- function(a, b) { b$Freq[1] <- b$Freq[1] + sum(a$Freq) - sum(b$Freq); b }
for (part in strsplit(Sys.getenv("PARTS", "schools health unequal small households mixed"), " ")[[1]]) source(file.path(here, paste0(part, ".R")))
compare(work, wanted)
