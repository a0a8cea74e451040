using System.Runtime.InteropServices;
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
/// last contact in the period, so that these lines add up; destination, topic, team and month may be several. The facts may be those of more
/// than the period.
/// </summary>
internal sealed class Counting(FactColumns facts, Period period, Breakdown breakdown)
{
    private const string Kind = "Kind";

    /// <summary>True when every contact stands in exactly one line.</summary>
    public static bool ContactsAddUp(Breakdown breakdown) => breakdown != Breakdown.Topic;

    /// <summary>True when every client stands in exactly one line.</summary>
    public static bool ClientsAddUp(Breakdown breakdown) => breakdown is Breakdown.Age or Breakdown.Oblast;

    public int Anonymous { get; private set; }

    public IReadOnlyList<CountTable> Run()
    {
        var lines = Lines.Of(facts, breakdown);
        Cells Of(Measure measure, bool addUp) => new(measure, breakdown.ToString(), addUp, lines.Names);
        Cells OfKinds(Measure measure) => new(measure, Kind, linesAddUp: true, facts.Texts.Subtype.Texts);
        var (contacts, addUp) = (Of(Measure.Consultations, ContactsAddUp(breakdown)), ClientsAddUp(breakdown));
        var (all, fresh, returning) = (Of(Measure.Clients, addUp), Of(Measure.NewClients, addUp), Of(Measure.ReturningClients, addUp));
        var (services, opened, closed) = (OfKinds(Measure.Services), OfKinds(Measure.CasesOpened), OfKinds(Measure.CasesClosed));
        foreach (ref readonly var fact in facts.Facts)
        {
            if (fact.Kind == FactKind.Consultation || !fact.IsIn(period)) continue;
            var counted = fact.Kind switch { FactKind.Service => services, FactKind.CaseOpened => opened, _ => closed };
            counted.Add([fact.Subtype], SexOf(fact), CodedFact.Nobody);
        }

        CountAnonymous(lines, contacts);
        CountClients(lines, addUp, contacts, all, fresh, returning);
        return [contacts.ToTable(), all.ToTable(), fresh.ToTable(), returning.ToTable(), services.ToTable(), opened.ToTable(), closed.ToTable()];
    }

    private void CountAnonymous(Lines lines, Cells contacts)
    {
        Anonymous = 0;
        foreach (ref readonly var fact in facts.OfNobody)
        {
            if (fact.Kind != FactKind.Consultation || !fact.IsIn(period)) continue;
            Anonymous++;
            contacts.Add(lines.In(fact), SexOf(fact), CodedFact.Nobody);
        }
    }

    private void CountClients(Lines lines, bool addUp, Cells contacts, Cells all, Cells fresh, Cells returning)
    {
        var hers = new List<int>();
        for (var client = 0; client < facts.PersonCount; client++)
        {
            CodedFact? last = null;
            hers.Clear();
            foreach (ref readonly var fact in facts.Of(client))
            {
                if (fact.Kind != FactKind.Consultation || !fact.IsIn(period)) continue;
                if (last is null || facts.IsLater(last.Value, fact)) last = fact;
                foreach (var line in lines.In(fact)) if (!hers.Contains(line)) hers.Add(line);
                contacts.Add(lines.In(fact), SexOf(fact), client);
            }

            if (last is not { } latest) continue;
            var counted = addUp ? lines.In(latest) : CollectionsMarshal.AsSpan(hers);
            all.Add(counted, SexOf(latest), client);
            (facts.IsNew(client, period.From) ? fresh : returning).Add(counted, SexOf(latest), client);
        }
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
        if (breakdown == Breakdown.Topic) return OfTopics(facts.Texts.Topics.Texts);
        var names = breakdown switch
        {
            Breakdown.Age => facts.Texts.AgeBand.Texts,
            Breakdown.Destination => facts.Texts.Destination.Texts,
            Breakdown.Oblast => facts.Texts.Oblast.Texts,
            Breakdown.Team => facts.Texts.Team.Texts,
            _ => facts.Texts.Month.Texts,
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

        int[][] lines = [.. sets.Select(set => set.Length > 0 ? set.Split(' ').Select(NumberOf).Distinct().ToArray() : [NumberOf(string.Empty)])];
        return new Lines(Breakdown.Topic, [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)], lines);
    }
}
