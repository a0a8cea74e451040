using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Where she is: a country, and a city with the country it lies in.</summary>
internal readonly record struct Whereabouts(string? Country, string? City);

/// <summary>Reads countries, cities abroad and home places.</summary>
internal static partial class PlaceReader
{
    private const string OshOblast = "41706000000000";
    private const int ShortestInflected = 5;
    private static readonly string[] Ends = ["", "а", "ь", "о", "я"];

    private static readonly char[] Parts = [',', ';', '/', '(', ')', '\n', ':', '|'];

    /// <summary>The country column, which often holds a city too ("Россия, Москва", "РФ (Казань)").</summary>
    public static Reading<Whereabouts> Country(SourceCell cell)
    {
        if (cell.IsBlank) return Reading<Whereabouts>.Nothing;
        var text = cell.Written;
        var words = Values.Words.Shipped;
        if (words.Says("empty", Spelling.Fold(text)) || SourceCell.IsDash(text)) return Reading<Whereabouts>.Nothing;
        if (One(text) is { } whole) return whole.IsCertain && text.Contains('?', StringComparison.Ordinal) ? Reading<Whereabouts>.Doubtful(whole.Value, $"'{text}' carries a question mark") : whole;

        var pieces = text.Split(Parts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length == 1) pieces = text.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = pieces.Select(One).OfType<Reading<Whereabouts>>().ToArray();
        if (known.Length == 0 && Slips.Country(text) is { } slip) return Reading<Whereabouts>.Doubtful(new(slip, null), $"'{text}' read as {slip}");
        if (known.Length == 0) return Reading<Whereabouts>.NotUnderstood($"'{text}' was not understood as a country");

        var countries = known.Select(read => read.Value.Country).Distinct(StringComparer.Ordinal).ToArray();
        var where = new Whereabouts(countries[0], known.Select(read => read.Value.City).FirstOrDefault(city => city is not null));
        if (countries.Length > 1) return Reading<Whereabouts>.Doubtful(where, $"'{text}' names {string.Join(" and ", countries)}, the first is taken");
        // A country named for itself bears a place the list does not know ("Россия, г. Ейский"), and "РК, Атырау" bear each other out.
        var named = known.Any(read => read.IsCertain && read.Value.City is null);
        var explained = known.Length == pieces.Length || (named && Array.TrueForAll(pieces, piece => One(piece) is not null || IsSomePlace(piece)));
        return explained && known.Any(read => read.IsCertain)
            ? Reading<Whereabouts>.Sure(where)
            : Reading<Whereabouts>.Doubtful(where, $"'{text}' read as {where.Country}");
    }

    /// <summary>The city column.</summary>
    public static Reading<Whereabouts> City(SourceCell cell)
    {
        if (cell.IsBlank || Values.Words.Shipped.Says("empty", Spelling.Fold(cell.Written))) return Reading<Whereabouts>.Nothing;
        var folded = Spelling.Fold(cell.Written);
        if (Values.Words.Shipped.Cities.TryGetValue(folded, out var city)) return Reading<Whereabouts>.Sure(new(city.Country, city.City));
        foreach (var piece in cell.Written.Split(Parts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (City(Spelling.Fold(piece)) is { } part) return Reading<Whereabouts>.Sure(part);
        var among = folded.Split(' ').Where(word => word.Length >= ShortestInflected && !Values.Words.Shipped.UnsureCities.ContainsKey(word)).Select(City).OfType<Whereabouts>().Distinct().ToArray();
        if (among is [var only]) return Reading<Whereabouts>.Sure(only);
        return Reading<Whereabouts>.Sure(new(null, cell.Written));
    }

    /// <summary>Brings the two columns together; a city in another country makes the country doubtful, a lone city proposes one.</summary>
    public static Reading<Whereabouts> Together(Reading<Whereabouts> country, Reading<Whereabouts> city)
    {
        var name = city.Value.City ?? country.Value.City;
        if (country.Value.Country is not { } written)
        {
            if (city.Value.Country is not { } derived) return country with { Value = new(null, name) };
            var why = country.Doubt ?? "not written";
            return Reading<Whereabouts>.Doubtful(new(derived, name), $"{why}, {derived} by the city '{name}'");
        }

        if (city.Value.Country is { } other && other != written && !IsShared(city.Value.City, written))
            return Reading<Whereabouts>.Doubtful(new(written, name), $"the country is {written}, but '{name}' lies in {other}");
        return country with { Value = new(written, name) };
    }

    /// <summary>The home place in Kyrgyzstan by SOATE: the finest part that the list knows ("Чуй, Сокулук" is Sokuluk).</summary>
    public static Reading<string?> Home(SourceCell cell)
    {
        if (cell.IsBlank || Values.Words.Shipped.Says("empty", Spelling.Fold(cell.Written))) return Reading<string?>.Nothing;
        var places = Values.Words.Shipped.Lists.Places;
        // The city of Osh does not lie in Osh oblast; written alone, the word may mean either.
        if (Spelling.Fold(cell.Written) is "ош" or "osh") return Reading<string?>.Doubtful(OshOblast, $"'{cell.Written}' may be the city of Osh or Osh oblast");
        if (Known(cell.Written) is { } whole) return Reading<string?>.Sure(whole.Value);

        var known = cell.Written.Split(Parts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Known).OfType<Code>().OrderByDescending(place => place.Column("level"), StringComparer.Ordinal).ToArray();
        if (known.Length == 0) return Reading<string?>.Nothing;
        var oblasts = known.Select(Values.Words.Shipped.Lists.OblastOf).Distinct().Count();
        return oblasts == 1
            ? Reading<string?>.Sure(known[0].Value)
            : Reading<string?>.NotUnderstood($"'{cell.Written}' names places of {oblasts} oblasts");

        Code? Known(string text)
        {
            var folded = Spelling.Fold(text);
            return places.Recognise(folded) ?? places.Recognise(WithoutKind(folded));
        }
    }

    /// <summary>What two columns of home places mean together: the finer one, if it lies in the other.</summary>
    public static string? Finer(string? one, string? other)
    {
        var places = Values.Words.Shipped.Lists.Places;
        if (!places.TryFind(one, out var first)) return other;
        return places.TryFind(other, out var second) && second.Parent == first.Value ? other : one;
    }

    private static Reading<Whereabouts>? One(string text)
    {
        var words = Values.Words.Shipped;
        var folded = Spelling.Fold(text);
        if (words.Lists.Countries.Recognise(folded) is { } country) return Reading<Whereabouts>.Sure(new(country.Value, null));
        if (words.UnsureCountries.TryGetValue(folded, out var unsure))
            return Reading<Whereabouts>.Doubtful(new(unsure.Country, null), $"'{text}' read as {unsure.Country}: {unsure.Reason}");
        if (City(folded) is not { } city) return null;
        return words.UnsureCities.TryGetValue(folded, out var why) || words.UnsureCities.TryGetValue(WithoutKind(folded), out why)
            ? Reading<Whereabouts>.Doubtful(city, $"'{text}' is a city, {city.Country} is taken: {why}")
            : Reading<Whereabouts>.Sure(city);
    }

    /// <summary>A city of the list, also with the ending of "in" and "from": "Москвада", "Стамбулдан", "в Москве".</summary>
    private static Whereabouts? City(string folded)
    {
        var cities = Values.Words.Shipped.Cities;
        // "Н-сибирск" is no district of Сибирск.
        if (cities.TryGetValue(folded, out var whole)) return new(whole.Country, whole.City);
        var word = WithoutKind(folded);
        if (cities.TryGetValue(word, out var city)) return new(city.Country, city.City);
        if (word.Length < ShortestInflected) return null;
        if (Case().Match(word) is { Success: true } ending && cities.TryGetValue(word[..ending.Index], out city)) return new(city.Country, city.City);
        if (!folded.StartsWith("в ", StringComparison.Ordinal) && !folded.StartsWith("из ", StringComparison.Ordinal)) return null;
        foreach (var end in Ends)
            if (cities.TryGetValue(word[..^1] + end, out city)) return new(city.Country, city.City);
        return null;
    }

    /// <summary>"г. Ейский", "Ногайский р-н": it says itself that it is a place.</summary>
    private static bool IsSomePlace(string text) => text.Any(char.IsUpper) && Spelling.Fold(text) is var folded && WithoutKind(folded).Length < folded.Length;

    /// <summary>"г ош", "район", "шаары" say what kind of place it is, not which.</summary>
    private static string WithoutKind(string folded)
    {
        var words = folded.Split(' ');
        var kept = words.Where(word => word is not ("г" or "гор" or "город" or "шаары" or "ш" or "с" or "село" or "айылы" or "айыл" or "пос" or "пгт"
            or "р/н" or "рн" or "район" or "р" or "н" or "он" or "ну" or "нунан" or "районунан" or "району" or "раион" or "обл" or "область" or "облусу" or "край" or "респ" or "республика" or "город" or "шаарында" or "шаарынын" or "из" or "в")).ToArray();
        return kept.Length == 0 ? folded : string.Join(' ', kept);
    }

    /// <summary>Petropavlovsk, Kirov and the like stand in more than one country.</summary>
    private static bool IsShared(string? city, string country) =>
        (city, country) is ("Петропавловск", "RU") or ("Уральск", "RU") or ("Семей", "RU") or ("Киров", "KZ") or ("Москва", "KG")
            or ("Перт", "GB") or ("Бирмингем", "US") or ("Кембридж", "US") or ("Манчестер", "US") or ("Валенсия", "US") or ("Ричмонд", "GB");

    [GeneratedRegex("(дагы|деги|догу|тагы|теги|тогу|даги|да|де|до|та|те|то|га|ге|го|ка|ке|ко|дан|ден|дон|тан|тен|тон)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Case();
}
