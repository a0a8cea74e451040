namespace Turna.Statistics.Disclosure;

/// <summary>The cells of which a reader does not know the value.</summary>
internal static class Hidden
{
    /// <summary>
    /// Suppressed and withheld cells, and margins that no table lists — unless a relation with otherwise known cells gives
    /// such a margin, in which case leaving it out changes nothing.
    /// </summary>
    public static bool[] Cells(Universe universe, bool[] suppressed)
    {
        var hidden = new bool[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++)
        {
            hidden[cell] = universe.ExposureOf(cell) is Exposure.Unlisted or Exposure.Withheld
                || suppressed[cell] || universe.ValueOf(cell) is null;
        }

        for (var found = true; found;)
        {
            found = false;
            foreach (var bond in universe.Bonds)
            {
                if (bond.Relation == Relation.Sum && OnlyHidden(bond, hidden) is { } cell
                    && universe.ExposureOf(cell) == Exposure.Unlisted && universe.ValueOf(cell) is not null)
                {
                    hidden[cell] = false;
                    found = true;
                }
            }
        }

        return hidden;
    }

    private static int? OnlyHidden(Bond bond, bool[] hidden)
    {
        var only = hidden[bond.Whole] ? bond.Whole : -1;
        foreach (var part in bond.Parts)
        {
            if (!hidden[part]) continue;
            if (only >= 0) return null;
            only = part;
        }

        return only >= 0 ? only : null;
    }
}
