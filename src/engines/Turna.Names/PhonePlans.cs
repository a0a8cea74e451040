namespace Turna.Names;

/// <summary>One country's numbering plan.</summary>
internal sealed record PhonePlan(string Country, string Code, string[] Trunks, int[] Lengths, string[] Leading, string[] Eight)
{
    /// <summary>Whether these digits can follow the country code.</summary>
    public bool Takes(ReadOnlySpan<char> national)
    {
        if (national.IsEmpty || !Lengths.Contains(national.Length) || national[0] == '0') return false;
        if (Leading.Length == 0) return true;
        foreach (var start in Leading)
        {
            if (national.StartsWith(start, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

/// <summary>The plans of <c>content/names/phone-plans.csv</c>.</summary>
internal static class PhonePlans
{
    private static readonly PhonePlan[] All =
    [
        .. NameTables.Rows("phone-plans.csv").Select(r => new PhonePlan(
            r[0], r[1], Cells(r[2]), [.. Cells(r[3]).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))], Cells(r[4]), Cells(r[5]))),
    ];

    /// <summary>The plan that takes the digits, and what follows the country code.</summary>
    public static (PhonePlan Plan, string National)? Fit(string digits, bool plus, string defaultCountry)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal)) return International(digits[2..]);
        if (plus && digits[0] != '0') return International(digits) ?? (digits.Length == 11 && digits[0] == '8' ? International("7" + digits[1..]) : null);
        if (digits.StartsWith("810", StringComparison.Ordinal) && digits.Length > 11) return International(digits[3..]);

        var home = Array.Find(All, p => string.Equals(p.Country, defaultCountry, StringComparison.OrdinalIgnoreCase));
        if (home is not null && (Domestic(home, digits) ?? AfterEight(home, digits) ?? WithCode(home, digits)) is { } local) return (home, local);

        // A Russian or Kazakh number dialled with 8, wherever the office is.
        if (digits.Length == 11 && digits[0] == '8' && International("7" + digits[1..]) is { } eight) return eight;
        if (International(digits) is { } whole) return whole;
        if (digits.Length == 10 && digits[0] == '9') return International("7" + digits);
        return AsWrittenAbroad(digits);
    }

    // Forms of the countries where she works that no number of the house's country has: 05xx of Turkey, 010 of Korea, and a trunk digit before a country code.
    private static (PhonePlan Plan, string National)? AsWrittenAbroad(string digits) => digits switch
    {
        ['0', '5', ..] when digits.Length == 11 => International("90" + digits[1..]),
        ['0', '1', '0', ..] when digits.Length == 11 => International("82" + digits[1..]),
        ['0' or '8', ..] when digits.Length > 11 => International(digits[1..]),
        _ => null,
    };

    /// <summary>The digits that stay when country code and trunk are taken away, for numbers that fit no plan.</summary>
    public static string Core(string digits, bool plus)
    {
        var rest = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        if (rest.StartsWith("996", StringComparison.Ordinal) && (plus || rest.Length > 10)) rest = rest[3..];
        else if (rest[0] is '7' && plus) rest = rest[1..];
        else if (rest[0] is '8' or '0' && !plus) rest = rest[1..];
        return rest;
    }

    private static (PhonePlan Plan, string National)? International(string digits)
    {
        foreach (var plan in All)
        {
            if (WithCode(plan, digits) is { } national) return (plan, national);
        }

        return null;
    }

    /// <summary>Country code first; a trunk digit typed after it (+996 0555 …) is forgiven.</summary>
    private static string? WithCode(PhonePlan plan, string digits)
    {
        if (!digits.StartsWith(plan.Code, StringComparison.Ordinal)) return null;
        var national = digits[plan.Code.Length..];
        return plan.Takes(national) ? national : WithoutTrunk(plan, national);
    }

    private static string? Domestic(PhonePlan plan, string digits) =>
        WithoutTrunk(plan, digits) ?? (plan.Takes(digits) ? digits : null);

    // "8 (0555) …": the eight of the long-distance exchange, with the trunk of today behind it or without one. Ten digits may also be a
    // Russian number that lost one, so that without the trunk only digits that are given out at home count.
    private static string? AfterEight(PhonePlan plan, string digits)
    {
        if (plan.Eight.Length == 0 || digits[0] != '8') return null;
        var rest = digits[1..];
        return WithoutTrunk(plan, rest) ?? (plan.Takes(rest) && Array.Exists(plan.Eight, start => rest.StartsWith(start, StringComparison.Ordinal)) ? rest : null);
    }

    private static string? WithoutTrunk(PhonePlan plan, string digits)
    {
        foreach (var trunk in plan.Trunks)
        {
            if (digits.StartsWith(trunk, StringComparison.Ordinal) && digits.Length > trunk.Length && plan.Takes(digits.AsSpan(trunk.Length))) return digits[trunk.Length..];
        }

        return null;
    }

    private static string[] Cells(string cell) => cell.Length == 0 ? [] : cell.Split('|');
}
