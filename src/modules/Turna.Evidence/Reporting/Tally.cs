namespace Turna.Evidence.Reporting;

/// <summary>Counts the people behind each place, person after person, in each of some periods and for each reader at once.</summary>
/// <param name="rows">How many lines there are.</param>
/// <param name="known">The teams that each reader knows of.</param>
/// <param name="periods">How many periods, none of which holds a day of another.</param>
internal sealed class Tally(int rows, UInt128[] known, int periods)
{
    private const int Sexes = 4;
    private const int AnySex = 3;
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly int[] behind = new int[periods * Measures * rows * Sexes * known.Length];
    private readonly int[] sums = new int[periods * Measures * rows * Sexes];
    private readonly UInt128[] seenBy = new UInt128[Measures * rows * Sexes];
    private readonly List<int> touched = [];
    private readonly UInt128[] seenInLine = new UInt128[rows];
    private readonly List<int> lines = [];
    private UInt128 clientHolders;
    private int period;

    /// <summary>The person at hand is counted in this period, from 0, until <see cref="EndPerson"/>.</summary>
    public void Begin(int at) => period = at * seenBy.Length;

    /// <summary>A contact, service or case of the person at hand.</summary>
    public void Contact(in SeenFact fact)
    {
        Touch(fact, 0);
        foreach (var line in fact.Lines) Touch(fact, line);
        Touch(fact, fact.Age, skipNone: true);
        Touch(fact, fact.Oblast, skipNone: true);
        Touch(fact, fact.Destination, skipNone: true);
        Touch(fact, fact.Team, skipNone: true);
        Touch(fact, fact.Caller, skipNone: true);
    }

    /// <summary>
    /// A contact of the person at hand as a client. A reader who knows a team's clients subtracts those she knows of: what is left are clients of
    /// others only.
    /// </summary>
    public void ContactOfClient(in SeenFact fact)
    {
        clientHolders |= fact.Holder;
        foreach (var line in fact.Lines) SeeLine(line, fact.Holder);
        SeeLine(fact.Destination, fact.Holder);
        SeeLine(fact.Team, fact.Holder);
    }

    /// <summary>The person at hand as a client, who is what her last contact says of her.</summary>
    public void Client(in SeenFact last, bool isNew)
    {
        SeeLine(0, clientHolders);
        SeeLine(last.Age, clientHolders);
        SeeLine(last.Oblast, clientHolders);
        foreach (var line in lines)
        {
            AddClient(Measure.Clients, line, last.Sex, seenInLine[line]);
            AddClient(isNew ? Measure.NewClients : Measure.ReturningClients, line, last.Sex, seenInLine[line]);
            seenInLine[line] = UInt128.Zero;
        }

        lines.Clear();
        clientHolders = UInt128.Zero;
    }

    public void EndPerson()
    {
        foreach (var place in touched)
        {
            for (var reader = 0; reader < known.Length; reader++)
            {
                if ((seenBy[place] & ~known[reader]) != UInt128.Zero) behind[((period + place) * known.Length) + reader]++;
            }

            seenBy[place] = UInt128.Zero;
        }

        touched.Clear();
    }

    /// <summary>Takes over what another has counted of other people.</summary>
    public void Add(Tally other)
    {
        for (var i = 0; i < behind.Length; i++) behind[i] += other.behind[i];
        for (var i = 0; i < sums.Length; i++) sums[i] += other.sums[i];
    }

    /// <summary>What a period holds at every place of the lines that hold something in any; all periods list the same places.</summary>
    public List<Holding> Holdings(int at, IReadOnlyList<(string By, string Row)> names)
    {
        var all = new List<Holding>();
        for (var measure = 0; measure < Measures; measure++)
        {
            for (var row = 0; row < rows; row++)
            {
                var line = Place((Measure)measure, row, AnySex);
                if (row > 0 && !Enumerable.Range(0, periods).Any(p => sums[(p * seenBy.Length) + line] > 0)) continue;
                for (var sex = 0; sex < Sexes; sex++)
                {
                    var place = (at * seenBy.Length) + Place((Measure)measure, row, sex);
                    all.Add(new Holding(Position.Of((Measure)measure, names[row].By, names[row].Row, ReportTable.Sexes[sex]), sums[place], LeastAt(place)));
                }
            }
        }

        return all;
    }

    private int LeastAt(int place)
    {
        var least = int.MaxValue;
        foreach (var people in behind.AsSpan(place * known.Length, known.Length)) if (people > 0) least = Math.Min(least, people);
        return least;
    }

    private void Touch(in SeenFact fact, int row, bool skipNone = false)
    {
        if (skipNone && row == 0) return;
        Touch(Place(fact.Measure, row, fact.Sex), fact.Holder);
        Touch(Place(fact.Measure, row, AnySex), fact.Holder);
    }

    private void Touch(int place, UInt128 holder)
    {
        sums[period + place]++;
        if (seenBy[place] == UInt128.Zero) touched.Add(place);
        seenBy[place] |= holder;
    }

    private void SeeLine(int line, UInt128 holder)
    {
        if (seenInLine[line] == UInt128.Zero) lines.Add(line);
        seenInLine[line] |= holder;
    }

    private void AddClient(Measure measure, int line, int sex, UInt128 holders)
    {
        AddClient(Place(measure, line, sex), holders);
        AddClient(Place(measure, line, AnySex), holders);
    }

    private void AddClient(int place, UInt128 holders)
    {
        sums[period + place]++;
        for (var reader = 0; reader < known.Length; reader++)
        {
            if ((holders & known[reader]) == UInt128.Zero) behind[((period + place) * known.Length) + reader]++;
        }
    }

    private int Place(Measure measure, int row, int sex) => ((((int)measure * rows) + row) * Sexes) + sex;
}
