namespace Turna.Evidence.Reporting;

/// <summary>What was tallied, as some readers see it.</summary>
internal sealed class Tallied
{
    private static readonly Measure[] Clients = [Measure.NewClients, Measure.ReturningClients];

    private readonly Tally tally;
    private readonly UInt128[] known;
    private readonly ILookup<(int Period, int Place), (UInt128 Set, int Count)> others;
    private readonly int[] seen;

    /// <param name="tally">The counts.</param>
    /// <param name="known">The holders that each reader knows of.</param>
    public Tallied(Tally tally, UInt128[] known)
    {
        (this.tally, this.known) = (tally, known);
        others = tally.Others.ToLookup(o => (o.Key.Period, o.Key.Place), o => (o.Key.Set, o.Value));
        seen = new int[known.Length];
    }

    /// <summary>What a period holds at every place of the lines that hold something in it or a sister; all sisters list the same places.</summary>
    /// <param name="period">By its number in <see cref="YearParts"/>.</param>
    /// <param name="names">The lines by their numbers.</param>
    public List<Holding> Holdings(int period, IReadOnlyList<(string By, string Row)> names)
    {
        var all = new List<Holding>();
        var (first, sisters) = YearParts.SistersOf(period).GetOffsetAndLength(YearParts.Count);
        foreach (var measure in Enum.GetValues<Measure>())
        {
            for (var row = 0; row < names.Count; row++)
            {
                if (row > 0 && !Enumerable.Range(first, sisters).Any(sister => Sum(sister, measure, row, Tally.AnySex) > 0)) continue;
                for (var sex = 0; sex < Tally.Sexes; sex++)
                    all.Add(new Holding(Position.Of(measure, names[row].By, names[row].Row, ReportTable.Sexes[sex]), Sum(period, measure, row, sex), Least(period, measure, row, sex)));
            }
        }

        return all;
    }

    private int Sum(int period, Measure measure, int row, int sex)
    {
        if (sex == Tally.AnySex) return Sum(period, measure, row, 0) + Sum(period, measure, row, 1) + Sum(period, measure, row, 2);
        return measure switch
        {
            Measure.Clients => Clients.Sum(m => Sum(period, m, row, sex)),
            Measure.NewClients or Measure.ReturningClients => PeopleAt(period, tally.Place(measure, row, sex)),
            _ => ContactsAt(period, tally.Place(measure, row, sex)),
        };
    }

    private int ContactsAt(int period, int place)
    {
        var (first, months) = YearParts.MonthsOf(period).GetOffsetAndLength(YearParts.Count);
        var sum = 0;
        for (var month = first; month < first + months; month++) sum += tally.ContactsAt(month, place);
        return sum;
    }

    private int PeopleAt(int period, int place)
    {
        var sum = 0;
        foreach (var count in tally.PeopleAt(period, place)) sum += count;
        foreach (var (_, count) in others[(period, place)]) sum += count;
        return sum;
    }

    /// <summary>The fewest people (but at least one) that a reader sees; the largest number when none sees any.</summary>
    private int Least(int period, Measure measure, int row, int sex)
    {
        seen.AsSpan().Clear();
        if (measure == Measure.Clients) foreach (var part in Clients) See(period, part, row, sex);
        else See(period, measure, row, sex);
        var least = int.MaxValue;
        foreach (var people in seen) if (people > 0) least = Math.Min(least, people);
        return least;
    }

    private void See(int period, Measure measure, int row, int sex)
    {
        // In all sexes the tally keeps what its sum over the sexes differs by.
        for (var each = sex == Tally.AnySex ? 0 : sex; each <= sex; each++)
        {
            var place = tally.Place(measure, row, each);
            var counts = tally.PeopleAt(period, place);
            for (var set = 0; set < counts.Length; set++) if (counts[set] != 0) See(measure, tally.Sets[set], counts[set]);
            foreach (var (set, count) in others[(period, place)]) See(measure, set, count);
        }
    }

    // Of things she sees those of others. Of clients she takes away all whom she knows, even if others know them as well.
    private void See(Measure measure, UInt128 set, int count)
    {
        var isOfClients = measure is Measure.NewClients or Measure.ReturningClients;
        for (var reader = 0; reader < known.Length; reader++)
        {
            if (isOfClients ? (set & known[reader]) == UInt128.Zero : (set & ~known[reader]) != UInt128.Zero) seen[reader] += count;
        }
    }
}
