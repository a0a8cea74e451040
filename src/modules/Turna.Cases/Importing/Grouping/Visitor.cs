using Turna.Cases.Contracts;
using Turna.Cases.Importing.Values;
using Turna.Names;

namespace Turna.Cases.Importing.Grouping;

/// <summary>What one row says about who came, in the form it is compared.</summary>
internal sealed class Visitor
{
    private Visitor(int position, RegisterRow row, WrittenName name)
    {
        Position = position;
        Name = name;
        Sex = row.Sex;
        Place = row.Place;
        Earliest = Latest = row.BirthYear;
        var counted = row.Problems.Any(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
        if (counted && row.BirthYear is { } year) Earliest = year - 1;
        Doubtful = counted;
        IsOneWithAbove = row.IsOneWithAbove;
        Membership = row.Membership;
        Document = row.Document;
        Serial = row.Serial is { } serial ? $"{row.Sheet}|{serial}" : null;
        RefersTo = row.RefersTo is { } entry ? $"{row.Sheet}|{entry}" : null;
        HerPhones = [.. row.Phones.Where(phone => phone.Hers).Select(phone => HostNumber.Key(phone.Number)).Concat(row.Nicknames)];
        AllPhones = [.. row.Phones.Select(phone => phone.Number).Concat(row.PhonesInRemarks).Select(HostNumber.Key).Concat(row.Nicknames).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of the row in the register.</summary>
    public int Position { get; }

    public WrittenName Name { get; }

    public char? Sex { get; }

    public string? Place { get; }

    /// <summary>The birth years it may be: one, or two where the year was counted from an age.</summary>
    public int? Earliest { get; }

    public int? Latest { get; }

    public bool Doubtful { get; }

    /// <summary>The register says so.</summary>
    public bool IsOneWithAbove { get; }

    /// <summary>Sheet and running number of the entry.</summary>
    public string? Serial { get; }

    /// <summary>The entry that this one says to be of the same person.</summary>
    public string? RefersTo { get; }

    /// <summary>The home is a district or finer.</summary>
    public bool IsOfOneDistrict => Place is not null && Words.Shipped.Lists.Places.TryFind(Place, out var home) && !string.IsNullOrEmpty(home.Parent);

    /// <summary>Her number as a member.</summary>
    public string? Membership { get; }

    /// <summary>The number of her passport or identity card.</summary>
    public string? Document { get; }

    public string[] HerPhones { get; }

    /// <summary>Hers and those of others written beside her name.</summary>
    public string[] AllPhones { get; }

    public static Visitor? Of(int position, RegisterRow row, NameBonds names)
    {
        if (row.Name is null || row.Status == RegisterRowStatus.Skipped) return null;
        var name = names.Read(row.OtherFamilyName is { } other ? $"{row.Name} ({other})" : row.Name, WrittenSex(row));
        return name.Parts.IsEmpty ? null : new Visitor(position, row, name);
    }

    private static Sex WrittenSex(RegisterRow row) => row.Sex is not { } sex || row.Problems.Any(problem => problem.StartsWith("sex:", StringComparison.Ordinal)) ? Turna.Names.Sex.Unknown
        : sex == 'F' ? Turna.Names.Sex.Female : Turna.Names.Sex.Male;

    /// <summary>True when both years are known and may be one.</summary>
    public bool YearAgrees(Visitor other) => Earliest is not null && other.Earliest is not null && Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>True when both years are known and can't be one, even allowing a birthday miscounted.</summary>
    public bool YearConflicts(Visitor other)
    {
        if (Earliest is not { } first || other.Earliest is not { } second) return false;
        var slack = Doubtful || other.Doubtful ? 1 : 0;
        return first > other.Latest + slack || second > Latest + slack;
    }

    public bool PlaceAgrees(Visitor other) => Place is not null && Place == other.Place;

    /// <summary>The home is no more than an oblast or a large city, and each has a number of her own: namesakes are likely there.</summary>
    public bool IsOnlyOfOneOblast(Visitor other) => HerPhones.Length > 0 && other.HerPhones.Length > 0 && !SharesAnyPhone(other)
        && Place is not null && Words.Shipped.Lists.Places.TryFind(Place, out var home) && string.IsNullOrEmpty(home.Parent);

    /// <summary>A district and its oblast do not conflict.</summary>
    public bool PlaceConflicts(Visitor other)
    {
        if (Place is null || other.Place is null || Place == other.Place) return false;
        return !Holds(Place, other.Place) && !Holds(other.Place, Place);
    }

    /// <summary>The home of the one lies in that of the other.</summary>
    public bool PlaceHolds(Visitor other) => Place is not null && other.Place is not null && (Holds(Place, other.Place) || Holds(other.Place, Place));

    public bool SexConflicts(Visitor other) => Sex is not null && other.Sex is not null && Sex != other.Sex;

    /// <summary>True when both sexes are known and one.</summary>
    public bool IsOfSexOf(Visitor other) => Sex is not null && Sex == other.Sex;

    public bool SharesMembership(Visitor other) => Membership is not null && Membership == other.Membership;

    public bool SharesDocument(Visitor other) => Document is not null && Document == other.Document;

    /// <summary>One number as a member, or one document.</summary>
    public bool SharesPaper(Visitor other) => SharesMembership(other) || SharesDocument(other);

    public bool SharesHerPhone(Visitor other) => HerPhones.Intersect(other.HerPhones, StringComparer.Ordinal).Any();

    public bool SharesAnyPhone(Visitor other) => AllPhones.Intersect(other.AllPhones, StringComparer.Ordinal).Any();

    /// <summary>True when a number that is hers in one row stands beside the name in the other, whoever it is said to belong to there.</summary>
    public bool HerPhoneIsNamed(Visitor other) =>
        HerPhones.Intersect(other.AllPhones, StringComparer.Ordinal).Any() || AllPhones.Intersect(other.HerPhones, StringComparer.Ordinal).Any();

    /// <summary>Another family name is believed only with her own number, a year of birth that is certain, and no other home.</summary>
    public bool MayHaveMarried(Visitor other) =>
        Sex == 'F' && other.Sex == 'F' && (SharesHerPhone(other) || SharesPaper(other)) && !Doubtful && !other.Doubtful && YearAgrees(other) && !PlaceConflicts(other);

    private static bool Holds(string whole, string part) =>
        Words.Shipped.Lists.Places.TryFind(part, out var place) && place.Parent == whole;
}
