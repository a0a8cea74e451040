using System.Globalization;

namespace Turna.Mutation;

/// <summary>The score and everything one needs to doubt it.</summary>
internal static class Report
{
    public static void Print(TextWriter output, string engine, IReadOnlyList<Mutant> mutants, IReadOnlyList<Mutant> judged, IReadOnlyList<Verdict> verdicts, bool isSample)
    {
        var byId = mutants.ToDictionary(mutant => mutant.Id);
        int Count(Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);
        var counted = mutants.Count(mutant => mutant.Ignored is null);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {mutants.Count} mutants in {mutants.Select(mutant => mutant.File).Distinct().Count()} files"));
        foreach (var reason in mutants.Where(mutant => mutant.Ignored is not null).GroupBy(mutant => mutant.Ignored).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine($"  not judged: {reason.Key}: {reason.Count()}");
        output.WriteLine(judged.Count == counted ? $"  judged: {counted}" : $"  judged: {judged.Count} of {counted}");
        output.WriteLine($"  killed {Count(Outcome.Killed)}, timed out {Count(Outcome.TimedOut)}, survived {Count(Outcome.Survived)}, not covered {Count(Outcome.NotCovered)}");
        foreach (var file in verdicts.GroupBy(verdict => byId[verdict.Mutant].File).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Score(file.ToList()),6:0.0} %  {file.Count(Lost),4} of {file.Count(),4}  {file.Key}"));
        foreach (var verdict in verdicts.Where(Lost).OrderBy(verdict => byId[verdict.Mutant].File, StringComparer.Ordinal).ThenBy(verdict => byId[verdict.Mutant].Line).ThenBy(verdict => verdict.Mutant))
            output.WriteLine($"{(verdict.Outcome == Outcome.Survived ? "survived   " : "not covered")} {byId[verdict.Mutant]}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {Score(verdicts):0.0} %{(isSample ? Interval(verdicts) : "")}"));
    }

    private static bool Lost(Verdict verdict) => verdict.Outcome is Outcome.Survived or Outcome.NotCovered;

    private static double Score(IReadOnlyCollection<Verdict> verdicts) => verdicts.Count == 0 ? 100 : 100.0 * verdicts.Count(verdict => !Lost(verdict)) / verdicts.Count;

    /// <summary>Wilson's interval for a share; that the sample is drawn without replacement makes it a little too wide.</summary>
    private static string Interval(IReadOnlyCollection<Verdict> verdicts)
    {
        const double z = 1.959963984540054;
        var (n, share) = (verdicts.Count, Score(verdicts) / 100);
        var middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        var half = z * Math.Sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
        return string.Create(CultureInfo.InvariantCulture, $" (a sample; 95 % interval {100 * (middle - half):0.0} to {100 * (middle + half):0.0} %)");
    }
}
