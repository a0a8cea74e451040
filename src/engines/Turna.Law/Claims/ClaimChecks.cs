namespace Turna.Law.Claims;

/// <summary>Finds what is wrong with a claim before anything is computed.</summary>
internal static class ClaimChecks
{
    public static readonly DateOnly FirstDay = new(1990, 1, 1);
    public static readonly DateOnly LastDay = new(2199, 12, 31);
    private const decimal LargestAmount = 1_000_000_000_000m;

    public static List<Notice> Problems(Claim claim)
    {
        var problems = new List<Notice>();
        if (claim.Currency.Length != 3 || !claim.Currency.All(char.IsAsciiLetterUpper))
            problems.Add(Notice.Of("input.currency", "currency", ("value", claim.Currency)));
        Day(claim.AsOf, "asOf", problems);

        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < claim.Dues.Count; index++)
        {
            var (due, path) = (claim.Dues[index], $"dues[{index}]");
            if (due.Id.Length == 0) problems.Add(Notice.Of("input.empty", path + ".id"));
            else if (!known.Add(due.Id)) problems.Add(Notice.Of("input.twice", path + ".id", ("value", due.Id)));
            Amount(due.Amount, path + ".amount", problems);
            Day(due.Day, path + ".due", problems);
        }

        for (var index = 0; index < claim.Payments.Count; index++)
        {
            var (payment, path) = (claim.Payments[index], $"payments[{index}]");
            Amount(payment.Amount, path + ".amount", problems);
            Day(payment.Day, path + ".date", problems);
            if (payment.Towards is { } due && !known.Contains(due))
                problems.Add(Notice.Of("input.unknown-due", path + ".towards", ("value", due)));
        }

        return problems;
    }

    private static void Amount(decimal amount, string path, List<Notice> problems)
    {
        if (amount < 0m) problems.Add(Notice.Of("input.negative", path));
        else if (amount > LargestAmount) problems.Add(Notice.Of("input.too-large", path, ("value", LargestAmount)));
        else if (decimal.Round(amount, 2) != amount) problems.Add(Notice.Of("input.decimals", path));
    }

    private static void Day(DateOnly day, string path, List<Notice> problems)
    {
        if (day < FirstDay || day > LastDay)
            problems.Add(Notice.Of("input.day-range", path, ("first", FirstDay), ("last", LastDay)));
    }
}
