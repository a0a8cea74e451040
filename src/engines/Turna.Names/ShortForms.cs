namespace Turna.Names;

/// <summary>Short and fond forms that are made by rule, so that no table need list them: Нурсултан – Нурик, Айнура – Айка, Эркинбек – Эркин.</summary>
internal static class ShortForms
{
    private const int ShortestStem = 2;
    private const int ShortestBeforeBek = 4;
    private const string Bek = "bek";

    private static readonly string[] FondEndings = ["ik", "ka", "xa", "ux", "ok", "ia", "ake", "eke", "ike", "uka", "axka", "uxa"];

    /// <summary>Whether one may be what the other is called at home. Symmetric; for given names only, since family names a part apart are two families.</summary>
    public static bool Are(NameWord? a, NameWord? b) => a is { IsInitial: false } && b is { IsInitial: false } && (Is(a, b) || Is(b, a));

    private static bool Is(NameWord full, NameWord brief)
    {
        if (IsWithoutBek(full.Sound, brief.Sound)) return true;
        if (full.Known is null || brief.Known is { ShortFor.Length: 0 }) return false;
        foreach (var ending in FondEndings)
        {
            var stem = brief.Sound.Length - ending.Length;
            if (stem >= ShortestStem && full.Sound.Length >= stem + 2 && brief.Sound.EndsWith(ending, StringComparison.Ordinal)
                && full.Sound.AsSpan().StartsWith(brief.Sound.AsSpan(0, stem))) return true;
        }

        return false;
    }

    // Эркинбек sounds with m for n.
    private static bool IsWithoutBek(string full, string brief) =>
        brief.Length >= ShortestBeforeBek && full.Length == brief.Length + Bek.Length && full.EndsWith(Bek, StringComparison.Ordinal)
        && full.AsSpan(0, brief.Length - 1).SequenceEqual(brief.AsSpan(0, brief.Length - 1))
        && (full[brief.Length - 1], brief[^1]) is var (there, here) && (there == here || (there, here) is ('m', 'n'));
}
