using Turna.Law.Packs;

namespace Turna.Law.Claims;

/// <summary>
/// Computes what is owed on late wages: unpaid sums, interest for delay, limitation.
/// Law: Russia, Labour Code art. 236, 392, 14; Kazakhstan, Labour Code art. 113; Kyrgyzstan, Labour Code of 23.01.2025.
/// Not promised: court costs, moral damage, indexation, a higher rate of a collective agreement, moved days off.
/// </summary>
public static class ClaimComputation
{
    /// <summary>Computes a claim. Refuses, with all problems at once, an input that makes no sense.</summary>
    public static Outcome<ClaimResult> Compute(Claim claim, Lawbook law)
    {
        var problems = ClaimChecks.Problems(claim);
        var versions = law.Rules(claim.Jurisdiction, "interest");
        if (versions.Count == 0)
            problems.Insert(0, Notice.Of("input.jurisdiction", "jurisdiction", ("value", claim.Jurisdiction)));
        if (problems.Count > 0) return Outcome<ClaimResult>.Refused(problems);

        var reliance = new Reliance(claim.AsOf);
        var warnings = new List<Notice>();
        var dues = claim.Dues.OrderBy(due => due.Day).ToList();
        var settlement = Settlement.Of(dues, claim.Payments, claim.AsOf);
        var paid = settlement.Allocations.ToLookup(part => part.Due, StringComparer.Ordinal);
        var tax = law.Rules(claim.Jurisdiction, "income-tax") is { Count: > 0 } taxes ? Versions.Governing(taxes, claim.AsOf) : null;
        if (claim.Base == InterestBase.Net && tax is null)
            return Outcome<ClaimResult>.Refused([Notice.Of("input.no-tax", "base", ("value", claim.Jurisdiction))]);

        var interest = new InterestForDelay(law, versions, claim.Base == InterestBase.Net ? AfterTax(tax!) : 1m, reliance, warnings);
        var perDue = dues.ConvertAll(due => interest.Lines(due, [.. paid[due.Id]], claim.AsOf));
        if (tax is not null) reliance.On(tax, claim.AsOf, claim.AsOf);

        var limitation = Limitation.Days(claim, dues, law, reliance, warnings);
        Describe(claim, dues, settlement, warnings);
        var lines = perDue.SelectMany(one => one).ToList();
        return Outcome<ClaimResult>.Of(new ClaimResult(
            claim,
            Sum(lines, claim.Rounding),
            Exact(lines),
            lines,
            [.. dues.Select((due, index) => new DueBalance(due, due.Amount - settlement.UnpaidOf(index), Sum(perDue[index], claim.Rounding)))],
            settlement.Allocations,
            settlement.LeftOver.Sum(rest => rest.Amount),
            limitation,
            law.Rules(claim.Jurisdiction, "limitation-interruption"),
            tax is null ? null : Other(claim, lines, tax),
            reliance.References(),
            [.. warnings, .. reliance.Warnings()]));
    }

    private static decimal AfterTax(Rule tax) => (100m - tax.Number("percent")) / 100m;

    /// <summary>The same lines on the other base: interest is proportional to it.</summary>
    private static OtherBase Other(Claim claim, List<InterestLine> lines, Rule tax)
    {
        var isNet = claim.Base == InterestBase.Net;
        var share = AfterTax(tax);
        var other = lines.Select(line => isNet
            ? line.Interest with { Denominator = line.Interest.Denominator * share }
            : line.Interest with { Numerator = line.Interest.Numerator * share });
        var interest = claim.Rounding == Rounding.Line
            ? other.Sum(line => line.Rounded())
            : other.Aggregate(Ratio.Zero, (sum, line) => sum + line).Rounded();
        return new OtherBase(isNet ? InterestBase.Gross : InterestBase.Net, tax.Number("percent"), interest);
    }

    private static Ratio Exact(IReadOnlyList<InterestLine> lines) => lines.Aggregate(Ratio.Zero, (sum, line) => sum + line.Interest);

    private static decimal Sum(IReadOnlyList<InterestLine> lines, Rounding rounding) =>
        rounding == Rounding.Line ? lines.Sum(line => line.Amount) : Exact(lines).Rounded();

    private static void Describe(Claim claim, List<Due> dues, Settlement settlement, List<Notice> warnings)
    {
        foreach (var payment in claim.Payments)
            if (payment.Day > claim.AsOf)
                warnings.Add(Notice.Of("claim.payment-after-as-of", "payments", ("amount", Money.Text(payment.Amount)), ("day", payment.Day), ("asOf", claim.AsOf)));
        foreach (var (index, amount) in settlement.LeftOver)
            warnings.Add(Notice.Of("claim.left-over", "payments", ("amount", Money.Text(amount)), ("day", claim.Payments[index].Day)));
        foreach (var due in dues)
            if (due.Day > claim.AsOf) warnings.Add(Notice.Of("claim.not-yet-due", "dues", ("due", due.Id), ("day", due.Day)));
        if (dues.Count > 0 && dues[0].Day < claim.AsOf) warnings.Add(Notice.Of("claim.base-open", "base"));
    }
}
