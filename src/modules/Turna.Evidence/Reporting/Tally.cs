namespace Turna.Evidence.Reporting;

/// <summary>
/// Counts the people behind each place in all periods of a year, person after person. They are counted by the set of those who hold the facts in
/// which they are seen, and told apart for each reader only in the end (<see cref="Tallied"/>): there are many people, and few such sets.
/// </summary>
/// <remarks>
/// What follows from other counts is not counted: clients are those who are new and those who return; in all sexes are as many as in each, but
/// for people of several, of whom the difference is kept; contacts of a longer period are those of its months.
/// </remarks>
/// <param name="rows">How many lines there are.</param>
/// <param name="holders">How many holders there are. Each is a bit of a set, from the first.</param>
internal sealed class Tally(int rows, int holders)
{
    public const int Sexes = 4;
    public const int AnySex = 3;

    /// <summary>As many sets of several holders have counters of their own, those met first; the others are looked up.</summary>
    private const int SetsOfSeveral = 16;

    public static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly int places = Measures * rows * Sexes;
    private readonly int setCount = holders + SetsOfSeveral;
    private readonly List<UInt128> sets = [.. Enumerable.Range(0, holders).Select(holder => UInt128.One << holder)];
    private readonly int[] contacts = new int[YearParts.Months * Measures * rows * Sexes];
    // Most lines belong to some measures only, and many hold nothing in most months: counters are made where somebody is seen.
    private readonly int[]?[] people = new int[YearParts.Count * Measures * rows * Sexes][];
    private readonly Dictionary<(int Period, int Place, UInt128 Set), int> others = [];

    private readonly int[] seenLast = new int[Measures * rows * Sexes];
    private readonly UInt128[] seenBy = new UInt128[Measures * rows * Sexes];
    private readonly List<int> touched = [];
    private readonly List<int> touchedInAny = [];
    private readonly UInt128[] seenInLine = new UInt128[rows];
    private readonly List<int> lines = [];
    private readonly int[] within = new int[YearParts.Levels];
    private UInt128 clientHolders;
    private int depth;
    private int person;
    private int onlyHolder;
    private bool isOfSeveralSexes;

    /// <summary>The sets by their numbers.</summary>
    public IReadOnlyList<UInt128> Sets => sets;

    /// <summary>How many people sets without a number of their own were seen in, by period and place.</summary>
    public IReadOnlyDictionary<(int Period, int Place, UInt128 Set), int> Others => others;

    /// <summary>How many things a month holds at a place.</summary>
    public int ContactsAt(int month, int place) => contacts[(month * places) + place];

    /// <summary>How many people are behind a place, by the number of the set that holds them.</summary>
    public ReadOnlySpan<int> PeopleAt(int period, int place) => people[(period * places) + place] is { } counts ? counts.AsSpan(0, sets.Count) : [];

    /// <summary>The number of a place.</summary>
    public int Place(Measure measure, int row, int sex) => ((((int)measure * rows) + row) * Sexes) + sex;

    /// <summary>What follows is seen of one person, in some periods alike, until <see cref="EndPerson"/>.</summary>
    /// <param name="periods">By their numbers in <see cref="YearParts"/>, the shortest first.</param>
    /// <param name="held">Who holds her facts in them.</param>
    /// <param name="isOfOneSex">Whether all say the same sex.</param>
    public void Begin(ReadOnlySpan<int> periods, UInt128 held, bool isOfOneSex)
    {
        periods.CopyTo(within);
        (depth, isOfSeveralSexes) = (periods.Length, !isOfOneSex);
        onlyHolder = isOfOneSex && UInt128.IsPow2(held) ? NumberOf(held) : -1;
        person++;
    }

    /// <summary>A contact, service or case of the person at hand.</summary>
    public void Contact(in SeenFact fact)
    {
        Touch(fact, 0);
        foreach (var line in fact.Lines) Touch(fact, line);
        TouchIfAny(fact, fact.Age);
        TouchIfAny(fact, fact.Oblast);
        TouchIfAny(fact, fact.Destination);
        TouchIfAny(fact, fact.Team);
        TouchIfAny(fact, fact.Caller);
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
        var measure = isNew ? Measure.NewClients : Measure.ReturningClients;
        foreach (var line in lines)
        {
            Add(Place(measure, line, last.Sex), seenInLine[line], 1);
            seenInLine[line] = UInt128.Zero;
        }

        lines.Clear();
        clientHolders = UInt128.Zero;
    }

    public void EndPerson()
    {
        foreach (var place in touched) Add(place, seenBy[place], 1);
        if (isOfSeveralSexes) AddInAnySex();
        foreach (var place in touched) seenBy[place] = UInt128.Zero;
        touched.Clear();
    }

    /// <summary>Takes over what another has counted of other people.</summary>
    public void Add(Tally other)
    {
        for (var i = 0; i < contacts.Length; i++) contacts[i] += other.contacts[i];
        int[] numbers = [.. other.sets.Select(NumberOf)];
        for (var i = 0; i < YearParts.Count * places; i++)
        {
            var (period, place) = (i / places, i % places);
            var counts = other.PeopleAt(period, place);
            for (var set = 0; set < counts.Length; set++)
            {
                if (counts[set] != 0) Add(period, place, other.sets[set], numbers[set], counts[set]);
            }
        }

        foreach (var ((period, place, set), count) in other.others) Add(period, place, set, NumberOf(set), count);
    }

    private void Touch(in SeenFact fact, int row)
    {
        var place = Place(fact.Measure, row, fact.Sex);
        // Each of her facts is seen once where the shortest period is a month, and perhaps again in longer ones.
        if (within[0] < YearParts.Months) contacts[(within[0] * places) + place]++;
        if (onlyHolder >= 0)
        {
            // Most people are seen by one only, and then a place has them or not.
            if (seenLast[place] == person) return;
            seenLast[place] = person;
            Add(place, default, onlyHolder, 1);
            return;
        }

        if (seenBy[place] == UInt128.Zero) touched.Add(place);
        seenBy[place] |= fact.Holder;
    }

    private void TouchIfAny(in SeenFact fact, int row)
    {
        if (row != 0) Touch(fact, row);
    }

    private void SeeLine(int line, UInt128 holder)
    {
        if (seenInLine[line] == UInt128.Zero) lines.Add(line);
        seenInLine[line] |= holder;
    }

    /// <summary>She is one in all sexes: what the sexes count of her is taken off there, and she is counted once.</summary>
    private void AddInAnySex()
    {
        foreach (var place in touched)
        {
            var any = place - (place % Sexes) + AnySex;
            Add(any, seenBy[place], -1);
            if (seenBy[any] == UInt128.Zero) touchedInAny.Add(any);
            seenBy[any] |= seenBy[place];
        }

        foreach (var any in touchedInAny)
        {
            Add(any, seenBy[any], 1);
            seenBy[any] = UInt128.Zero;
        }

        touchedInAny.Clear();
    }

    private void Add(int place, UInt128 set, int count) => Add(place, set, onlyHolder >= 0 ? onlyHolder : NumberOf(set), count);

    private void Add(int place, UInt128 set, int number, int count)
    {
        for (var i = 0; i < depth; i++) Add(within[i], place, set, number, count);
    }

    private void Add(int period, int place, UInt128 set, int number, int count)
    {
        if (number >= 0) (people[(period * places) + place] ??= new int[setCount])[number] += count;
        else others[(period, place, set)] = others.GetValueOrDefault((period, place, set)) + count;
    }

    /// <summary>The number of a set, which it is given where there is one left; -1 otherwise.</summary>
    private int NumberOf(UInt128 set)
    {
        if (UInt128.IsPow2(set)) return (int)UInt128.TrailingZeroCount(set);
        for (var number = holders; number < sets.Count; number++)
        {
            if (sets[number] == set) return number;
        }

        if (sets.Count == setCount) return -1;
        sets.Add(set);
        return sets.Count - 1;
    }
}
