using System.Globalization;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Keeping;
using Turna.People.Registering;

namespace Turna.People.Travelling;

/// <summary>The form of a journey as it is typed.</summary>
internal sealed record JourneyForm
{
    private const int MostYearsAhead = 10;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public int Revision { get; set; }

    public string? Destination { get; set; }

    public string? Place { get; set; }

    public bool Planned { get; set; }

    public PartialDate? Left { get; set; }

    public PartialDate? Returned { get; set; }

    public string? Occupation { get; set; }

    public string? Isco { get; set; }

    public string? Sector { get; set; }

    public string? Employer { get; set; }

    public JobFoundBy FoundBy { get; set; }

    public ContractStatus Contract { get; set; }

    public StayStatus Stay { get; set; }

    [AsksFor(AskedDay.Ahead)]
    public PartialDate? StayUntil { get; set; }

    public string? CostItem { get; set; }

    public string? CostAmount { get; set; }

    public string? FirstMonthEarnings { get; set; }

    public string? MonthlyRemittance { get; set; }

    public string? Currency { get; set; }

    public string? ReturnReason { get; set; }

    public string? Note { get; set; }

    public static JourneyForm Of(Journey journey, JourneyDetail detail) => new()
    {
        Id = journey.Id, Revision = journey.Revision, Destination = journey.Destination, Sector = journey.Sector, FoundBy = journey.FoundBy,
        Contract = journey.Contract, Stay = journey.Stay, Place = detail.Place, Planned = detail.Planned, Left = detail.LeftOn,
        Returned = detail.ReturnedOn, Occupation = detail.Occupation, Isco = detail.Isco, Employer = detail.Employer, StayUntil = detail.StayEnds,
        FirstMonthEarnings = Written(detail.FirstMonthEarnings), MonthlyRemittance = Written(detail.MonthlyRemittance), Currency = detail.Currency,
        ReturnReason = detail.ReturnReason, Note = detail.Note,
    };

    /// <summary>Writes the codes into the row and answers what is to be sealed.</summary>
    public JourneyDetail Apply(Journey journey, IReadOnlyList<RecruitmentCost> costs, Identity her, DateOnly today, FieldErrors errors)
    {
        if (!CodeLists.Shipped.Countries.TryFind(Destination, out _)) errors.Add(nameof(Destination), "Choose a country from the list.");
        if (!string.IsNullOrEmpty(Sector) && Sectors.All.All(s => s.Code != Sector)) errors.Add(nameof(Sector), "Choose a sector from the list.");
        journey.Destination = Destination ?? string.Empty;
        journey.Sector = string.IsNullOrEmpty(Sector) ? null : Sector;
        (journey.FoundBy, journey.Contract, journey.Stay) = (FoundBy, Contract, Stay);
        CheckDates(her, today, errors);
        return new JourneyDetail
        {
            Place = Writing.OneLine(Place, nameof(Place), errors),
            Planned = Planned,
            Left = Left?.ToString(),
            Returned = Returned?.ToString(),
            Occupation = Writing.OneLine(Occupation, nameof(Occupation), errors),
            Isco = Writing.OneLine(Isco, nameof(Isco), errors, most: 4),
            Employer = Writing.OneLine(Employer, nameof(Employer), errors, Writing.Wide),
            StayUntil = StayUntil?.ToString(),
            Costs = CostsIn(costs, errors),
            FirstMonthEarnings = Sum(FirstMonthEarnings, nameof(FirstMonthEarnings), errors),
            MonthlyRemittance = Sum(MonthlyRemittance, nameof(MonthlyRemittance), errors),
            Currency = string.IsNullOrEmpty(Currency) ? null : Currency,
            ReturnReason = Writing.OneLine(ReturnReason, nameof(ReturnReason), errors, Writing.Wide),
            Note = Writing.Lines(Note, nameof(Note), errors),
        };
    }

    private void CheckDates(Identity her, DateOnly today, FieldErrors errors)
    {
        if (Left is { } departure && departure.Earliest > today.AddYears(MostYearsAhead)) errors.Add(nameof(Left), "Choose a day within {0} years", MostYearsAhead);
        else if (!Planned && Left is { } leaving && leaving.Earliest > today) errors.Add(nameof(Left), "This day has not come yet. Tick that the journey is only planned.");
        if (Returned is { } homecoming && homecoming.Earliest > today) errors.Add(nameof(Returned), "This day has not come yet.");
        if (StayUntil is { } stay && stay.Earliest > today.AddYears(IdentityInput.MostYearsValid)) errors.Add(nameof(StayUntil), "Choose a day within {0} years", IdentityInput.MostYearsValid);
        if (Left is { } left && Returned is { } back && back.Latest < left.Earliest) errors.Add(nameof(Returned), "She cannot come back before she left.");
        if (Planned && Returned is not null) errors.Add(nameof(Returned), "A journey that is only planned has no return yet.");
        if (her.BirthDate is { } born && Left is { } gone && gone.Latest < born.Earliest) errors.Add(nameof(Left), "This day lies before her birth.");
        if (Currency is { Length: > 0 } && !CodeLists.Shipped.Currencies.TryFind(Currency, out _)) errors.Add(nameof(Currency), "Choose a currency from the list.");
        if (string.IsNullOrEmpty(Currency) && (CostAmount ?? FirstMonthEarnings ?? MonthlyRemittance) is not null) errors.Add(nameof(Currency), "Say in which currency the sums are.");
    }

    // One more item each time the form is saved: what stands already stays.
    private List<RecruitmentCost> CostsIn(IReadOnlyList<RecruitmentCost> before, FieldErrors errors)
    {
        List<RecruitmentCost> costs = [.. before];
        if (string.IsNullOrWhiteSpace(CostAmount)) return costs;
        if (CostItems.All.All(i => i.Code != CostItem)) errors.Add(nameof(CostItem), "Choose what the money was paid for.");
        if (Sum(CostAmount, nameof(CostAmount), errors) is { } amount) costs.Add(new RecruitmentCost(CostItem ?? string.Empty, amount, Currency ?? string.Empty));
        return costs;
    }

    private static decimal? Sum(string? text, string field, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (WrittenNumber.Read(text) is { Doubtful: false, Value: <= 1_000_000_000_000m } sum) return sum.Value;
        errors.Add(field, "Write a sum in figures, like 45000 or 45 000,50.");
        return null;
    }

    private static string? Written(decimal? sum) => sum?.ToString("0.##", CultureInfo.InvariantCulture);
}
