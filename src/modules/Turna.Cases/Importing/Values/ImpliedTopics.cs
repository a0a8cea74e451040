using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Topics whose words only tell how it came to another topic of the cell: where the foreman who owes the wages vanished, nobody is
/// looked for, and "no work" is part of what an agency did.
/// </summary>
internal static class ImpliedTopics
{
    private static readonly Rule[] Rules =
    [
        .. CodeTable.Shipped("topics.implied").Rows.Select(row => new Rule(row["code"], row["within"].Split(' '), row["when"], row["unless"], row["sure"] == "yes")),
    ];

    /// <param name="When">The kind of words that must stand in the cell; empty where none need to.</param>
    /// <param name="Unless">The kind of words that make it a topic of its own after all.</param>
    private sealed record Rule(string Code, string[] Within, string When, string Unless, bool Sure);

    /// <summary>Takes such topics out of those read, and says so where the cell may mean both.</summary>
    public static void TakeOut(string written, List<string> codes, List<string> doubts)
    {
        if (codes.Count < 2) return;
        var folded = Spelling.Fold(written);
        foreach (var rule in Rules)
        {
            if (!codes.Contains(rule.Code) || !codes.Exists(code => code != rule.Code && rule.Within.Contains(code, StringComparer.Ordinal))) continue;
            if ((rule.When.Length > 0 && !Words.Shipped.Mentions(rule.When, folded)) || Words.Shipped.Mentions(rule.Unless, folded)) continue;
            codes.RemoveAll(code => code == rule.Code);
            if (!rule.Sure) doubts.Add($"'{written}' read without {rule.Code}, may mean it as well");
        }
    }
}
