using Turna.Evidence.Contracts;

namespace Turna.Evidence.Reporting;

/// <summary>A counted cell: how many, and how many different people (each anonymous contact is one) stand behind it.</summary>
/// <param name="Value">How many.</param>
/// <param name="People">How many different people.</param>
internal sealed record Count(int Value, int People);

/// <summary>Counts of one measure by line and sex, margins included.</summary>
internal sealed class CountTable(Measure measure, string by, bool linesAddUp, IReadOnlyDictionary<(string Row, string Sex), Count> cells)
{
    public Measure Measure => measure;

    public string By => by;

    public bool LinesAddUp => linesAddUp;

    public IReadOnlyDictionary<(string Row, string Sex), Count> Cells => cells;

    public IReadOnlyList<string> Rows => [.. cells.Keys.Select(k => k.Row).Where(r => r != ReportTable.All).Distinct()];
}

/// <summary>
/// Cells as numbers while they are counted: three sexes and their total in every line, the total of the lines first. People are told
/// apart by counting one person after another: a cell that saw her last has her already.
/// </summary>
internal sealed class Cells(Measure measure, string by, bool linesAddUp, IReadOnlyList<string> lines)
{
    private const int Columns = 4;
    private const int AllSexes = 3;
    private const int NobodyYet = -1;

    private readonly int[] values = new int[(lines.Count + 1) * Columns];
    private readonly int[] people = new int[(lines.Count + 1) * Columns];
    private readonly int[] seenLast = Enumerable.Repeat(NobodyYet, (lines.Count + 1) * Columns).ToArray();

    /// <summary>Counts one thing in its lines and in the total, once each.</summary>
    public void Add(ReadOnlySpan<int> inLines, int sex, int client)
    {
        AddTo(0, sex, client);
        foreach (var line in inLines) AddTo(line + 1, sex, client);
    }

    public CountTable ToTable()
    {
        var cells = new Dictionary<(string Row, string Sex), Count>();
        for (var line = 0; line <= lines.Count; line++)
        {
            for (var sex = 0; sex < Columns; sex++)
            {
                var cell = (line * Columns) + sex;
                if (values[cell] > 0) cells[(line == 0 ? ReportTable.All : lines[line - 1], ReportTable.Sexes[sex])] = new Count(values[cell], people[cell]);
            }
        }

        return new CountTable(measure, by, linesAddUp, cells);
    }

    private void AddTo(int line, int sex, int client)
    {
        See((line * Columns) + sex, client);
        See((line * Columns) + AllSexes, client);
    }

    private void See(int cell, int client)
    {
        values[cell]++;
        if (client != CodedFact.Nobody && seenLast[cell] == client) return;
        seenLast[cell] = client;
        people[cell]++;
    }
}

/// <summary>
/// Counts the facts of a period. A client is counted once in each cell however often she came; her sex, age band and home are those of her
/// last contact in the period, so that these lines add up; destination, topic, team and month may be several.
/// </summary>
internal sealed class Counting(FactColumns facts, Period period, Breakdown breakdown)
{
    private const string Kind = "Kind";

    /// <summary>True when every contact stands in exactly one line.</summary>
    public static bool ContactsAddUp(Breakdown breakdown) => breakdown != Breakdown.Topic;

    /// <summary>True when every client stands in exactly one line.</summary>
    public static bool ClientsAddUp(Breakdown breakdown) => breakdown is Breakdown.Age or Breakdown.Oblast;

    public int Anonymous => facts.Facts.Count(f => f.Kind == FactKind.Consultation && f.Client == CodedFact.Nobody);

    public IReadOnlyList<CountTable> Run()
    {
        var lines = Lines.Of(facts, breakdown);
        Cells Of(Measure measure, bool addUp) => new(measure, breakdown.ToString(), addUp, lines.Names);
        Cells OfKinds(Measure measure) => new(measure, Kind, linesAddUp: true, facts.Subtype.Texts);
        var (contacts, addUp) = (Of(Measure.Consultations, ContactsAddUp(breakdown)), ClientsAddUp(breakdown));
        var (all, fresh, returning) = (Of(Measure.Clients, addUp), Of(Measure.NewClients, addUp), Of(Measure.ReturningClients, addUp));
        var (services, opened, closed) = (OfKinds(Measure.Services), OfKinds(Measure.CasesOpened), OfKinds(Measure.CasesClosed));
        foreach (var fact in facts.Facts)
        {
            if (fact.Kind == FactKind.Consultation)
            {
                if (fact.Client == CodedFact.Nobody) contacts.Add(lines.In(fact), SexOf(fact), CodedFact.Nobody);
                continue;
            }

            var counted = fact.Kind switch { FactKind.Service => services, FactKind.CaseOpened => opened, _ => closed };
            counted.Add([fact.Subtype], SexOf(fact), CodedFact.Nobody);
        }

        CountClients(lines, addUp, contacts, all, fresh, returning);
        return [contacts.ToTable(), all.ToTable(), fresh.ToTable(), returning.ToTable(), services.ToTable(), opened.ToTable(), closed.ToTable()];
    }

    private void CountClients(Lines lines, bool addUp, Cells contacts, Cells all, Cells fresh, Cells returning)
    {
        var (order, starts) = ByClient();
        var hers = new List<int>();
        var coded = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(facts.Facts);
        for (var client = 0; client < starts.Length - 1; client++)
        {
            var contactsOfHers = order.AsSpan(starts[client]..starts[client + 1]);
            if (contactsOfHers.IsEmpty) continue;
            var last = coded[contactsOfHers[0]];
            hers.Clear();
            foreach (var at in contactsOfHers)
            {
                ref readonly var fact = ref coded[at];
                if (fact.Day >= last.Day) last = fact;
                foreach (var line in lines.In(fact)) if (!hers.Contains(line)) hers.Add(line);
                contacts.Add(lines.In(fact), SexOf(fact), client);
            }

            var counted = addUp ? lines.In(last) : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hers);
            all.Add(counted, SexOf(last), client);
            (facts.IsNew(client, period.From) ? fresh : returning).Add(counted, SexOf(last), client);
        }
    }

    /// <summary>The places of the contacts in order of client (a counting sort), and where each client's begin.</summary>
    private (int[] Order, int[] Starts) ByClient()
    {
        var starts = new int[facts.ClientCount + 1];
        var coded = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(facts.Facts);
        foreach (ref readonly var fact in coded) if (fact.Client != CodedFact.Nobody) starts[fact.Client + 1]++;
        for (var client = 0; client < facts.ClientCount; client++) starts[client + 1] += starts[client];
        var (order, next) = (new int[starts[^1]], starts[..^1].ToArray());
        for (var at = 0; at < coded.Length; at++) if (coded[at].Client != CodedFact.Nobody) order[next[coded[at].Client]++] = at;
        return (order, starts);
    }

    private static int SexOf(in CodedFact fact) => fact.Sex switch { Sex.Female => 0, Sex.Male => 1, _ => 2 };
}

/// <summary>The lines of a breakdown, and in which of them a fact stands.</summary>
internal sealed class Lines
{
    private readonly Breakdown breakdown;
    private readonly int[][] of;

    private Lines(Breakdown breakdown, IReadOnlyList<string> names, int[][] of) => (this.breakdown, Names, this.of) = (breakdown, names, of);

    public IReadOnlyList<string> Names { get; }

    public static Lines Of(FactColumns facts, Breakdown breakdown)
    {
        if (breakdown == Breakdown.Topic) return OfTopics(facts.Topics.Texts);
        var names = breakdown switch
        {
            Breakdown.Age => facts.AgeBand.Texts,
            Breakdown.Destination => facts.Destination.Texts,
            Breakdown.Oblast => facts.Oblast.Texts,
            Breakdown.Team => facts.Team.Texts,
            _ => facts.Month.Texts,
        };
        return new Lines(breakdown, names, [.. names.Select((_, number) => new[] { number })]);
    }

    public int[] In(in CodedFact fact) => of[breakdown switch
    {
        Breakdown.Topic => fact.Topics,
        Breakdown.Age => fact.Age,
        Breakdown.Destination => fact.Destination,
        Breakdown.Oblast => fact.Oblast,
        Breakdown.Team => fact.Team,
        _ => fact.Month,
    }];

    // One contact has several topics; each set of them was met under one number.
    private static Lines OfTopics(IReadOnlyList<string> sets)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int NumberOf(string topic)
        {
            if (!numbers.TryGetValue(topic, out var number)) numbers[topic] = number = numbers.Count;
            return number;
        }

        int[][] of = [.. sets.Select(set => set.Length > 0 ? set.Split(' ').Select(NumberOf).Distinct().ToArray() : [NumberOf(string.Empty)])];
        return new Lines(Breakdown.Topic, [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)], of);
    }
}
