using System.Text.Json;

namespace Turna.UnitTests.Survey;

/// <summary>Compares numbers that another program printed with ours.</summary>
internal static class Numbers
{
    /// <summary>All numbers of a JSON value in order; what is not a number is null.</summary>
    public static double?[] Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Of)],
        JsonValueKind.Number => [value.GetDouble()],
        _ => [null],
    };

    /// <summary>What differs by more than a relative tolerance, beside a floor for what is zero but for rounding.</summary>
    public static string? Difference(double?[] expected, double?[] actual, double tolerance)
    {
        if (expected.Length != actual.Length) return $"{expected.Length} numbers expected, {actual.Length} found";
        var floor = (1e-10 * expected.Select(value => Math.Abs(value ?? 0)).DefaultIfEmpty(0).Max()) + 1e-13;
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] is null && actual[i] is null) continue;
            if (expected[i] is not { } wanted || actual[i] is not { } found) return $"[{i}] {expected[i]} expected, {actual[i]} found";
            if (Math.Abs(found - wanted) > (tolerance * Math.Abs(wanted)) + floor) return FormattableString.Invariant($"[{i}] {wanted:R} expected, {found:R} found");
        }

        return null;
    }
}
