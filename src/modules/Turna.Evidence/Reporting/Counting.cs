using Turna.Evidence.Contracts;

namespace Turna.Evidence.Reporting;

/// <summary>A counted cell: how many, and how many different people (each anonymous contact is one) stand behind it.</summary>
internal sealed class Count
{
    private readonly HashSet<int> people = [];
    private int anonymous;

    public int Value { get; private set; }

    public int People => people.Count + anonymous;

    public int Clients => people.Count;

    public void Add(int client)
    {
        Value++;
        if (client == CodedFact.Nobody) anonymous++;
        else people.Add(client);
    }
}

/// <summary>Counts of one measure by line and sex, margins included.</summary>
internal sealed class CountTable(Measure measure, string by, bool linesAddUp)
{
    private readonly Dictionary<(string Row, string Sex), Count> cells = [];

    public Measure Measure => measure;

    public string By => by;

    public bool LinesAddUp => linesAddUp;

    public IReadOnlyDictionary<(string Row, string Sex), Count> Cells => cells;

    public IReadOnlyList<string> Rows => [.. cells.Keys.Select(k => k.Row).Where(r => r != ReportTable.All).Distinct()];

    /// <summary>Counts one thing in its lines and in the total, once each.</summary>
    public void Add(IReadOnlyCollection<string> rows, string sex, int client)
    {
        foreach (var row in rows) AddTo(row, sex, client);
        AddTo(ReportTable.All, sex, client);
    }

    private void AddTo(string row, string sex, int client)
    {
        Cell(row, sex).Add(client);
        Cell(row, ReportTable.All).Add(client);
    }

    private Count Cell(string row, string sex)
    {
        if (!cells.TryGetValue((row, sex), out var count)) cells[(row, sex)] = count = new Count();
        return count;
    }
}

/// <summary>
/// Counts the facts of a period. A client is counted once in each cell however often she came; her sex, age band and home are those of her
/// last contact in the period, so that these lines add up; destination, topic, team and month may be several.
/// </summary>
internal sealed class Counting(FactColumns facts, Period period, Breakdown breakdown)
{
    private const string Kind = "Kind";

    private readonly Dictionary<int, CodedFact> lastContact = LastContacts(facts);

    /// <summary>True when every contact stands in exactly one line.</summary>
    public static bool ContactsAddUp(Breakdown breakdown) => breakdown != Breakdown.Topic;

    /// <summary>True when every client stands in exactly one line.</summary>
    public static bool ClientsAddUp(Breakdown breakdown) => breakdown is Breakdown.Age or Breakdown.Oblast;

    public int Anonymous => facts.Facts.Count(f => f.Kind == FactKind.Consultation && f.Client == CodedFact.Nobody);

    public IReadOnlyList<CountTable> Run()
    {
        var contacts = new CountTable(Measure.Consultations, breakdown.ToString(), ContactsAddUp(breakdown));
        var services = new CountTable(Measure.Services, Kind, linesAddUp: true);
        var opened = new CountTable(Measure.CasesOpened, Kind, linesAddUp: true);
        var closed = new CountTable(Measure.CasesClosed, Kind, linesAddUp: true);
        foreach (var fact in facts.Facts)
        {
            var sex = ReportTable.SexCode(fact.Sex);
            switch (fact.Kind)
            {
                case FactKind.Consultation: contacts.Add(LinesOf(fact), sex, fact.Client); break;
                case FactKind.Service: services.Add([facts.Subtype.Texts[fact.Subtype]], sex, CodedFact.Nobody); break;
                case FactKind.CaseOpened: opened.Add([facts.Subtype.Texts[fact.Subtype]], sex, CodedFact.Nobody); break;
                default: closed.Add([facts.Subtype.Texts[fact.Subtype]], sex, CodedFact.Nobody); break;
            }
        }

        return [contacts, .. CountClients(), services, opened, closed];
    }

    private IEnumerable<CountTable> CountClients()
    {
        var addUp = ClientsAddUp(breakdown);
        var all = new CountTable(Measure.Clients, breakdown.ToString(), addUp);
        var fresh = new CountTable(Measure.NewClients, breakdown.ToString(), addUp);
        var returning = new CountTable(Measure.ReturningClients, breakdown.ToString(), addUp);
        foreach (var (client, lines) in LinesOfClients())
        {
            var sex = ReportTable.SexCode(lastContact[client].Sex);
            all.Add(lines, sex, client);
            (facts.IsNew(client, period.From) ? fresh : returning).Add(lines, sex, client);
        }

        return [all, fresh, returning];
    }

    private Dictionary<int, HashSet<string>> LinesOfClients()
    {
        var lines = new Dictionary<int, HashSet<string>>();
        foreach (var fact in facts.Facts)
        {
            if (fact.Kind != FactKind.Consultation || fact.Client == CodedFact.Nobody) continue;
            var counted = ClientsAddUp(breakdown) ? lastContact[fact.Client] : fact;
            if (!lines.TryGetValue(fact.Client, out var hers)) lines[fact.Client] = hers = new HashSet<string>(StringComparer.Ordinal);
            hers.UnionWith(LinesOf(counted));
        }

        return lines;
    }

    private string[] LinesOf(CodedFact fact) => breakdown switch
    {
        Breakdown.Topic => facts.Topics.Texts[fact.Topics] is { Length: > 0 } topics ? topics.Split(' ') : [string.Empty],
        Breakdown.Age => [facts.AgeBand.Texts[fact.Age]],
        Breakdown.Destination => [facts.Destination.Texts[fact.Destination]],
        Breakdown.Oblast => [facts.Oblast.Texts[fact.Oblast]],
        Breakdown.Team => [facts.Team.Texts[fact.Team]],
        _ => [facts.Month.Texts[fact.Month]],
    };

    private static Dictionary<int, CodedFact> LastContacts(FactColumns facts)
    {
        var last = new Dictionary<int, CodedFact>();
        foreach (var fact in facts.Facts)
        {
            if (fact.Kind == FactKind.Consultation && fact.Client != CodedFact.Nobody) last[fact.Client] = fact;
        }

        return last;
    }
}
