namespace Turna.Testing.Names;

/// <summary>What is known of a pair.</summary>
public enum Truth { Different, Possible, Same }

/// <summary>Two records and whether they are one person.</summary>
public sealed record NamePair(string Kind, Truth Truth, string A, string B, bool? FemaleA, bool? FemaleB, int? YearA, int? YearB);

/// <summary>Makes labelled pairs of many kinds.</summary>
public static class NamePairs
{
    /// <summary>How often a side states its year; sex is stated a little more often.</summary>
    private const double YearStated = 0.45;

    public static IReadOnlyList<string> Kinds { get; } = [.. Same.Kinds.Keys.Concat(Different.Kinds.Keys)];

    public static IEnumerable<NamePair> Draw(int seed, int perKind)
    {
        var random = new Random(seed);
        foreach (var (kind, (truth, make)) in Same.Kinds)
        {
            for (var i = 0; i < perKind; i++)
            {
                var person = Person.Draw(random);
                if (make(person, random) is not { } texts) { i--; continue; }
                var pair = Stated(kind, truth, texts.A, texts.B, person, person, random, kind == "year one apart");
                yield return kind == "year a digit off" ? pair with { YearA = person.BirthYear, YearB = DigitOff(person.BirthYear, random) } : pair;
            }
        }

        foreach (var (kind, make) in Different.Kinds)
        {
            for (var i = 0; i < perKind; i++)
            {
                var person = Person.Draw(random);
                if (make(person, random) is not { } other) { i--; continue; }
                var (a, b) = Different.Written(person, other, kind, random);
                var pair = Stated(kind, Truth.Different, a, b, person, other, random, false);
                yield return kind == "namesakes of other years" ? pair with { YearA = person.BirthYear, YearB = other.BirthYear } : pair;
            }
        }
    }

    private static int DigitOff(int year, Random random)
    {
        var tens = year / 10 % 10;
        var other = (tens + 1 + random.Next(9)) % 10;
        return year + (other - tens) * 10;
    }

    private static NamePair Stated(string kind, Truth truth, string a, string b, Person pa, Person pb, Random random, bool near)
    {
        var years = random.NextDouble() < YearStated;
        var sexes = random.NextDouble() < 0.5;
        return new NamePair(kind, truth, a, b, sexes ? pa.Female : null, sexes ? pb.Female : null, years ? pa.BirthYear : null, years ? pb.BirthYear + (near ? 1 : 0) : null);
    }
}
