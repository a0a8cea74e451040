namespace Turna.Law.Claims;

/// <summary>Finds what is wrong with a claim before anything is computed.</summary>
internal static class ClaimChecks
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);
    private const decimal LargestAmount = 1_000_000_000_000m;

    public static List<Notice> Problems(Claim claim)
    {
        var problems = new List<Notice>();
        if (claim.Currency.Length != 3 || !claim.Currency.All(char.IsAsciiLetterUpper))
            problems.Add(Notice.Of("input.currency", "currency", ("value", claim.Currency)));
        if (Wrong(claim.AsOf) is { } wrong) problems.Add(wrong with { Subject = "asOf" });

        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < claim.Dues.Count; index++)
        {
            var due = claim.Dues[index];
            if (due.Id.Length == 0) problems.Add(Notice.Of("input.empty", $"dues[{index}].id"));
            else if (!known.Add(due.Id)) problems.Add(Notice.Of("input.twice", $"dues[{index}].id", ("value", due.Id)));
            if (Wrong(due.Amount) is { } amount) problems.Add(amount with { Subject = $"dues[{index}].amount" });
            if (Wrong(due.Day) is { } day) problems.Add(day with { Subject = $"dues[{index}].due" });
        }

        for (var index = 0; index < claim.Payments.Count; index++)
        {
            var payment = claim.Payments[index];
            if (Wrong(payment.Amount) is { } amount) problems.Add(amount with { Subject = $"payments[{index}].amount" });
            if (Wrong(payment.Day) is { } day) problems.Add(day with { Subject = $"payments[{index}].date" });
            if (payment.Towards is { } due && !known.Contains(due))
                problems.Add(Notice.Of("input.unknown-due", $"payments[{index}].towards", ("value", due)));
        }

        return problems;
    }

    private static Notice? Wrong(decimal amount)
    {
        if (amount < 0m) return Notice.Of("input.negative", "");
        if (amount > LargestAmount) return Notice.Of("input.too-large", "", ("value", LargestAmount));
        return decimal.Round(amount, 2) == amount ? null : Notice.Of("input.decimals", "");
    }

    private static Notice? Wrong(DateOnly day) =>
        day < FirstDay || day > LastDay ? Notice.Of("input.day-range", "", ("first", FirstDay), ("last", LastDay)) : null;
}
