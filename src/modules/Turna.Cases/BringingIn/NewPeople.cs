using Turna.Cases.Contracts;
using Turna.Cases.Importing.Values;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>A person from what her rows say. What they contradict each other in stays open.</summary>
internal static class NewPeople
{
    private const int FewestDigits = 5;
    private const string Home = "KG";
    private const int MostPhones = 20;
    private const int MostNames = 20;
    private const int MostDocuments = 5;

    public static NewPerson Of(string id, IEnumerable<RegisterRow> hers, TeamId team, DateOnly today)
    {
        var rows = hers.ToList();
        var names = rows.Select(r => r.Name).OfType<string>().Distinct(StringComparer.Ordinal).OrderByDescending(Fullness).ToList();
        var restricted = rows.Exists(r => r.Restricted);
        var days = rows.Select(r => PublishRows.DayOf(r.Date, today)).OfType<DateOnly>().ToList();
        return new NewPerson
        {
            WholeName = names.Count > 0 ? names[0] : id,
            OtherNames = [.. names.Skip(1).Take(MostNames)],
            Sex = SexOf(rows),
            Born = BornOf(rows),
            Phones = Phones(rows),
            Documents = [.. rows.Select(r => r.Document).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostDocuments).Select(Document)],
            HomeOblast = rows.Select(OblastOf).OfType<string>().FirstOrDefault(),
            Village = VillageOf(rows),
            SafeContact = Safety.Of(rows.SelectMany(r => r.SafeContact)),
            Sensitivity = restricted ? PersonSensitivity.Restricted : PersonSensitivity.Standard,
            Team = team,
            KnownSince = days.Count > 0 ? days.Max() : null,
        };
    }

    public static Sex SexOf(RegisterRow row) => row.Sex switch { 'F' => Sex.Female, 'M' => Sex.Male, _ => Sex.NotStated };

    public static PartialDate? BornOf(RegisterRow row) => row.Born ?? (row.BirthYear is { } year ? PartialDate.Of(year) : null);

    public static string? OblastOf(RegisterRow row) =>
        CodeLists.Shipped.Places.TryFind(row.Place, out var place) ? CodeLists.Shipped.OblastOf(place).Value : null;

    private static Sex SexOf(List<RegisterRow> rows)
    {
        var said = rows.Select(SexOf).Where(s => s != Sex.NotStated).Distinct().ToList();
        return said.Count == 1 ? said[0] : Sex.NotStated;
    }

    // A whole date says more than a year, a written year more than one counted from an age.
    private static PartialDate? BornOf(List<RegisterRow> rows) => rows
        .Select(r => (Born: BornOf(r), Sure: !r.Problems.Any(p => p.StartsWith("birthYear:", StringComparison.Ordinal))))
        .Where(b => b.Born is not null)
        .OrderByDescending(b => b.Sure).ThenByDescending(b => b.Born!.Value.IsExact)
        .Select(b => b.Born).FirstOrDefault();

    // A full name before an initial, letters of a person before capitals of a form.
    private static int Fullness(string name) => (name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Trim('.').Length > 1) * 2) - (name.Any(char.IsLower) ? 0 : 1);

    private static List<NewPhone> Phones(List<RegisterRow> rows) =>
    [
        .. rows.SelectMany(r => r.Phones).Where(p => p.Number.Count(char.IsAsciiDigit) >= FewestDigits)
            .GroupBy(p => p.Number, StringComparer.Ordinal)
            // Once marked as somebody else's, never hers, whatever another row leaves out.
            .Select(g => g.FirstOrDefault(p => !p.Hers) ?? g.First())
            .Take(MostPhones)
            .Select(p => new NewPhone(p.Number, p.Hers ? PhoneOwner.Herself : Safety.OwnerOf(p.Owner), p.Hers ? null : p.Owner) { AsFound = true }),
    ];

    /// <summary>Identity cards of Kyrgyzstan begin with ID, its passports with AN or AC; other series may be of another country.</summary>
    private static NewDocument Document(string number) => number switch
    {
        ['I', 'D', >= '0' and <= '9', ..] => new NewDocument(DocumentKind.IdentityCard, number, Home),
        ['A', 'N' or 'C', >= '0' and <= '9', ..] => new NewDocument(DocumentKind.Passport, number, Home),
        _ when DocumentReader.IsPersonal(number) => new NewDocument(DocumentKind.PersonalNumber, number, Home),
        _ => new NewDocument(DocumentKind.Other, number),
    };

    private static string? VillageOf(List<RegisterRow> rows)
    {
        var places = CodeLists.Shipped.Places;
        var code = rows.Select(r => r.Place).OfType<string>().FirstOrDefault(p => places.TryFind(p, out var found) && CodeLists.Shipped.OblastOf(found).Value != p);
        return places.TryFind(code, out var place) ? place.Name("ru") : null;
    }
}
