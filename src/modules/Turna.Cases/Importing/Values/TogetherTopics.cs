using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Topics that a cell tells only by what stands together in it: who was invited to one thing and then loses her papers was deceived on departure.</summary>
internal static class TogetherTopics
{
    private static readonly (string Code, string[] With, string When)[] Rules =
        [.. CodeTable.Shipped("topics.together").Rows.Select(row => (row["code"], row["with"].Split(' '), row["when"]))];

    /// <summary>Adds such topics, and says so.</summary>
    public static void Add(string written, List<string> codes, List<string> doubts)
    {
        if (codes.Count == 0) return;
        var folded = Spelling.Fold(written);
        foreach (var (code, with, when) in Rules)
        {
            if (codes.Contains(code) || !codes.Exists(told => with.Contains(told, StringComparer.Ordinal)) || !Words.Shipped.Mentions(when, folded)) continue;
            codes.Add(code);
            doubts.Add($"'{written}' read as {code}, too vague to be certain");
        }
    }
}
