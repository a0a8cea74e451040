namespace Turna.Names;

/// <summary>What a comparison advises. People decide.</summary>
public enum Verdict
{
    /// <summary>Nothing suggests one person.</summary>
    Different,

    /// <summary>Worth a look.</summary>
    Possible,

    /// <summary>One person under two writings, as far as names can tell.</summary>
    Same,
}

/// <summary>How two years of birth agree.</summary>
public enum YearAgreement
{
    /// <summary>At least one is missing.</summary>
    Missing,

    /// <summary>Equal.</summary>
    Same,

    /// <summary>One year apart: age counted on another day, or a guess.</summary>
    OneApart,

    /// <summary>One digit differs or two are exchanged.</summary>
    Slip,

    /// <summary>Different.</summary>
    Different,
}

/// <summary>The answer of a comparison.</summary>
/// <param name="Score">0 to 1; 1 only for records that say exactly the same. A score, not a probability: the share of pairs that are one person depends on how many pairs are compared.</param>
/// <param name="Verdict">The advice.</param>
/// <param name="Evidence">Log-odds behind the score (natural logarithm), for ranking: it tells candidates apart where the score is already near 1.</param>
/// <param name="Seen">How each part agrees.</param>
public readonly record struct NameMatch(double Score, Verdict Verdict, double Evidence, Observation Seen)
{
    /// <summary>How the years of birth agree.</summary>
    public YearAgreement Year => Seen.Year;

    /// <summary>Why, strongest first, as codes for the screens' own languages.</summary>
    public IReadOnlyList<NameReason> Reasons => NameReasons.For(Seen);
}

/// <summary>Compares names of persons.</summary>
/// <remarks>
/// Each part of the names agrees at one of fourteen levels (<see cref="Agreement"/>); the levels, their combination, the rarity of
/// what agrees, sex and year of birth are weighed by a logistic model (after Fellegi and Sunter, "A theory for record linkage",
/// JASA 64, 1969) whose weights are data learned from labelled pairs (<c>content/names/weights.csv</c>). Three rules stand above the
/// weights: an initial never makes two people the same; another family name beside the same given and father's name is possible,
/// not the same; given names that differ are different people.
/// Not promised: that a score means the same in another version of the weights, or that namesakes are told apart without a year.
/// </remarks>
public static class NameComparison
{
    // Below an initial that fits: he and she of one name, and one initial of two that does not fit.
    private const double SexesDiffer = 0.45;
    private const double InitialsDiffer = 0.2;

    /// <summary>Compares two records. Symmetric: the order of the arguments changes nothing.</summary>
    public static NameMatch Compare(NameRecord a, NameRecord b)
    {
        var year = YearOf(a.BirthYear, b.BirthYear);
        var sexA = a.Sex == Sex.Unknown ? a.Name.Sex : a.Sex;
        var sexB = b.Sex == Sex.Unknown ? b.Name.Sex : b.Sex;
        var sexesDiffer = sexA != Sex.Unknown && sexB != Sex.Unknown && sexA != sexB;
        var sexesAgree = sexA != Sex.Unknown && sexA == sexB;

        var best = Weigh(Reading.Of(a.Name, swapped: false), Reading.Of(b.Name, swapped: false), year, sexesAgree, sexesDiffer, swapped: false);
        if (!a.Name.RolesCertain) best = Better(best, Weigh(Reading.Of(a.Name, swapped: true), Reading.Of(b.Name, swapped: false), year, sexesAgree, sexesDiffer, swapped: true));
        if (!b.Name.RolesCertain) best = Better(best, Weigh(Reading.Of(a.Name, swapped: false), Reading.Of(b.Name, swapped: true), year, sexesAgree, sexesDiffer, swapped: true));

        if (best.Verdict != Verdict.Same && Tells(a.Name) && Tells(b.Name) && a.Name.IsOtherwiseParted(b.Name)) best = Better(best, Weigh(Together(year, sexesAgree, sexesDiffer)));
        return Identical(a, b) ? best with { Score = 1, Verdict = Tells(a.Name) ? Verdict.Same : Verdict.Possible } : best;
    }

    /// <summary>Reads and compares two names alone.</summary>
    public static NameMatch Compare(string? a, string? b) => Compare(NameRecord.Read(a), NameRecord.Read(b));

    private static bool Identical(NameRecord a, NameRecord b) => a.Name.Text == b.Name.Text && a.BirthYear == b.BirthYear && a.Sex == b.Sex;

    // A single word or an initial names nobody.
    private static bool Tells(PersonName name) =>
        name.Given is { IsInitial: false } && (name.Family is { IsInitial: false } || name.Father is { IsInitial: false });

    // Of two readings that weigh alike the same one is taken, whichever name comes first.
    private static NameMatch Better(NameMatch a, NameMatch b) => b.Evidence.CompareTo(a.Evidence) switch
    {
        > 0 => b,
        0 => Order(b.Seen).CompareTo(Order(a.Seen)) < 0 ? b : a,
        _ => a,
    };

    private static (Agreement, Agreement, Agreement, Agreement) Order(in Observation seen) => (seen.Given, seen.Family, seen.Father, seen.Cross);

    private static NameMatch Weigh(in Reading a, in Reading b, YearAgreement year, bool sexesAgree, bool sexesDiffer, bool swapped)
    {
        var match = Weigh(Observe(a, b, year, sexesAgree, sexesDiffer, swapped));
        return match.Verdict == Verdict.Different && IsWorthALook(match.Seen) && WordAgreement.IsLetterApart(a.Family, b.Family)
            ? match with { Score = NameWeights.Current.PossibleFrom, Verdict = Verdict.Possible }
            : match;
    }

    // Алиев Тимур and Валиев Тимур: two families, or the first letter was lost. People look.
    private static bool IsWorthALook(in Observation seen) => seen is { Given: Agreement.Same, Family: Agreement.OtherName or Agreement.Different, SexesDiffer: false, Swapped: false }
        && seen.Year != YearAgreement.Different && seen.Father.Coarse() != 4;

    // Al-Khatib and Аль Хатиб, Мамат-Алиев and Маматалиев: the same letters, parted in other places.
    private static Observation Together(YearAgreement year, bool sexesAgree, bool sexesDiffer) =>
        new(Agreement.Same, Agreement.Same, Agreement.Missing, Agreement.Missing, year, sexesAgree, sexesDiffer, Swapped: false, 0, 0, 0);

    private static NameMatch Weigh(in Observation seen)
    {
        var weights = NameWeights.Current;
        var evidence = weights.Evidence(seen);
        var score = Math.Min(1 / (1 + Math.Exp(-evidence)), Cap(weights, seen));
        var verdict = score >= weights.SameFrom ? Verdict.Same : score >= weights.PossibleFrom ? Verdict.Possible : Verdict.Different;
        return new NameMatch(score, verdict, evidence, seen);
    }

    private static Observation Observe(in Reading a, in Reading b, YearAgreement year, bool sexesAgree, bool sexesDiffer, bool swapped)
    {
        var given = Given(a.Given, b.Given);
        var family = Family(a, b);
        // Магомедов Магомед, Мухаммедов Мухаммед: two forms bear each other out.
        if (given == Agreement.Form && family == Agreement.Form) family = Agreement.Close;
        // Кочоров and Кочуров beside one given name are two families more often than one.
        if (family == Agreement.Close && a.Given?.Text == b.Given?.Text && WordAgreement.IsVowelApart(a.Family, b.Family)) family = Agreement.OddSlip;
        var father = WordAgreement.OfFamilies(a.Father, b.Father);
        var cross = a.Family is not null && b.Family is not null ? Agreement.Missing : Cross(a, b);
        return new Observation(
            given, family, father, cross, year, sexesAgree, sexesDiffer, swapped,
            Observation.Rarity(given, a.Given, b.Given), Observation.Rarity(family, a.Family, b.Family), Observation.Rarity(father, a.Father, b.Father));
    }

    /// <summary>The rules that stand above the weights, as the highest score a pair may get.</summary>
    private static double Cap(NameWeights weights, in Observation seen)
    {
        const double JustUnder = 1e-6;
        const double Almost = 1 - 1e-9;
        var given = seen.Given.Supports() || seen.Given is Agreement.Initial or Agreement.Near;
        var names = given || (seen.Given == Agreement.Missing && (seen.Family.Supports() || seen.Father.Supports() || seen.Cross.Supports()));
        if (!names || (seen.Swapped && (seen.Given.Coarse() == 4 || seen.Family.Coarse() == 4))) return weights.PossibleFrom - JustUnder;
        if (seen.SexesDiffer) return SexesDiffer;
        if (seen.Given == Agreement.Initial && seen.Father.Coarse() == 4) return InitialsDiffer;

        return IsOpen(seen) ? weights.SameFrom - JustUnder : Almost;
    }

    /// <summary>Whether names alone cannot say that the two are one.</summary>
    private static bool IsOpen(in Observation seen)
    {
        var line = seen.Family.Supports() || seen.Cross.Supports() || (seen.Family == Agreement.Missing && seen.Father.Supports());
        if (!line || seen.SexesDiffer || seen.Year is YearAgreement.Different or YearAgreement.Slip || seen.Father.Coarse() == 4) return true;
        if (seen.Given is Agreement.Missing or Agreement.Initial or Agreement.Near or Agreement.Short or Agreement.Part) return true;
        return seen.Year != YearAgreement.Same && IsDoubtful(seen);
    }

    /// <summary>A letter apart where other names differ too needs something else that agrees: the father's name, or the year of birth.</summary>
    private static bool IsDoubtful(in Observation seen)
    {
        var line = seen.Cross.Supports() ? seen.Cross : seen.Family == Agreement.Missing ? seen.Father : seen.Family;
        if (seen.Father is Agreement.OddSlip or Agreement.Part or Agreement.Short) return true;
        var odd = seen.Given == Agreement.OddSlip || line is Agreement.OddSlip or Agreement.Part or Agreement.Short;
        var slips = seen.Given.HalfAgrees() && line.HalfAgrees();
        // Осмонов and Усманов come from one name and are two families, unless the whole name went over to the other tradition.
        var form = line == Agreement.Form && seen.Given == Agreement.Same;
        return (odd || slips || form) && !(seen.Father.Agrees() && (seen.Family.Agrees() || seen.Given.Agrees()) && seen.Family != Agreement.Missing);
    }

    // A family name taken for the given one stands without its last vowels.
    private static Agreement Given(NameWord? a, NameWord? b)
    {
        if (a is { IsInitial: false } && b is { IsInitial: false } && a.Whole == b.Whole) return Agreement.Same;
        var given = WordAgreement.Of(a, b);
        return !given.Supports() && ShortForms.Are(a, b) ? Agreement.Short : given;
    }

    private static Agreement Family(in Reading a, in Reading b)
    {
        var family = WordAgreement.OfFamilies(a.Family, b.Family);
        if (family.Agrees() || (a.OtherFamily is null && b.OtherFamily is null)) return family;
        family = Stronger(family, WordAgreement.Of(a.OtherFamily, b.Family));
        family = Stronger(family, WordAgreement.Of(a.Family, b.OtherFamily));
        return Stronger(family, WordAgreement.Of(a.OtherFamily, b.OtherFamily));
    }

    private static Agreement Cross(in Reading a, in Reading b)
    {
        var cross = Stronger(WordAgreement.Of(a.Father, b.Family), WordAgreement.Of(a.Family, b.Father));
        return cross.Agrees() || cross.HalfAgrees() || cross == Agreement.Initial ? cross : Agreement.Missing;
    }

    // The levels are listed from strong to weak, apart from Missing.
    private static Agreement Stronger(Agreement a, Agreement b) =>
        a == Agreement.Missing ? b : b == Agreement.Missing ? a : a < b ? a : b;

    private static YearAgreement YearOf(int? a, int? b)
    {
        if (a is not { } x || b is not { } y) return YearAgreement.Missing;
        if (x == y) return YearAgreement.Same;
        if (Math.Abs(x - y) == 1) return YearAgreement.OneApart;

        var digits = 0;
        int sumX = 0, sumY = 0;
        for (int p = x, q = y; p > 0 || q > 0; p /= 10, q /= 10)
        {
            if (p % 10 != q % 10) digits++;
            sumX += 1 << (2 * (p % 10));
            sumY += 1 << (2 * (q % 10));
        }

        return digits == 1 && x / 100 == y / 100 || (digits == 2 && sumX == sumY) ? YearAgreement.Slip : YearAgreement.Different;
    }

    /// <summary>The parts of a name in one of its two readings.</summary>
    private readonly record struct Reading(NameWord? Given, NameWord? Family, NameWord? Father, NameWord? OtherFamily)
    {
        public static Reading Of(PersonName name, bool swapped) => swapped
            ? new Reading(name.Family, name.Given, name.Father, name.OtherFamily)
            : new Reading(name.Given, name.Family, name.Father, name.OtherFamily);
    }
}
