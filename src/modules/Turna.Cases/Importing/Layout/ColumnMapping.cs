using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>Which column holds which field: by what the caller remembers, by the headings, and for what is then still missing by the values.</summary>
internal sealed class ColumnMapping
{
    public const double ByHeading = 0.95;
    public const double ByValues = 0.6;
    private const double FewestReadable = 0.7;
    private const double NearlyAll = 0.9;
    private const double Half = 0.5;
    private const int FewestCountries = 3;
    private const int FewestCodes = 3;
    private const string Home = "KG";

    private static readonly HashSet<RegisterField> Repeatable =
        [RegisterField.Phone, RegisterField.Topic, RegisterField.Remark, RegisterField.Action, RegisterField.Place, RegisterField.Member];

    private static readonly HashSet<RegisterField> BearsOut = [RegisterField.Sex, RegisterField.Topic, RegisterField.Date, RegisterField.Country, RegisterField.BirthYear, RegisterField.Age];

    private readonly Dictionary<RegisterField, int[]> columnsByField;
    private readonly RegisterField?[] fieldByColumn;
    private readonly Dictionary<RegisterField, SumUnit> units;
    private readonly HashSet<RegisterField> guessed;
    private HashSet<RegisterField> found = [];

    private ColumnMapping(IReadOnlyList<RegisterColumn> columns, IReadOnlyList<string> notices, IReadOnlyList<(RegisterField Field, int Column, bool AsExact)> doubles)
    {
        Doubles = doubles;
        Columns = columns;
        Notices = notices;
        fieldByColumn = new RegisterField?[columns.Count == 0 ? 0 : columns[^1].Index + 1];
        foreach (var column in columns) fieldByColumn[column.Index] = column.Field;
        columnsByField = columns.Where(column => column.Field is not null)
            .GroupBy(column => column.Field!.Value)
            .ToDictionary(group => group.Key, group => group.Select(column => column.Index).ToArray());
        BothSums = CompoundHeading.BothSums(columns);
        if (BothSums is { } both)
        {
            columnsByField[RegisterField.Claimed] = columnsByField[RegisterField.Recovered] = [both.Index];
            OwedFirst = CompoundHeading.NamesClaimedFirst(both.Heading);
        }

        guessed = columns.Where(column => column.Confidence <= ByValues && column.Field is not null).Select(column => column.Field!.Value).ToHashSet();
        units = new[] { RegisterField.Claimed, RegisterField.Recovered }.Where(Has)
            .ToDictionary(field => field, field => SumUnit.Of(columns.First(column => column.Index == columnsByField[field][0]).Heading));
    }

    public IReadOnlyList<RegisterColumn> Columns { get; }

    public IReadOnlyList<string> Notices { get; }

    /// <summary>The one column that holds what is owed and what came back; null when each has its own, or neither.</summary>
    public RegisterColumn? BothSums { get; }

    /// <summary>In that column what is owed stands before what came back.</summary>
    public bool OwedFirst { get; }

    /// <summary>Columns that ask for a field another column is read for.</summary>
    public IReadOnlyList<(RegisterField Field, int Column, bool AsExact)> Doubles { get; }

    /// <summary>Columns no heading explains that may hold a field no column is read for.</summary>
    public IReadOnlyList<(RegisterField Field, int Column)> Suspects { get; private init; } = [];

    /// <summary>The two columns in one of which a mark tells the sex; null where it is written.</summary>
    public MarkedSex? MarkedSex { get; private init; }

    public IReadOnlyList<int> Of(RegisterField field) => columnsByField.GetValueOrDefault(field, []);

    public RegisterField? FieldOf(int column) => column < fieldByColumn.Length ? fieldByColumn[column] : null;

    public bool Has(RegisterField field) => columnsByField.ContainsKey(field);

    /// <summary>The cell of a single field; blank when the register has no such column.</summary>
    public SourceCell Cell(SourceRow row, RegisterField field) => Of(field) is [var column, ..] ? row[column] : SourceCell.Blank;

    /// <summary>What the heading of a column of sums says of all of them.</summary>
    public SumUnit UnitOf(RegisterField field) => units.GetValueOrDefault(field, new SumUnit(1, null));

    /// <summary>What a line over the table says of all sums holds for those whose heading says nothing.</summary>
    public void CountIn(SumUnit all)
    {
        // "Все суммы в тысячах рублей" says nothing of a column that counts in som.
        foreach (var (field, unit) in units.Where(pair => pair.Value.Multiplier == 1 && (pair.Value.Currency is null || all.Currency is null || pair.Value.Currency == all.Currency)).ToArray())
            units[field] = new SumUnit(all.Multiplier, unit.Currency ?? all.Currency);
    }

    public static ColumnMapping Propose(HeadingRow headings, IReadOnlyList<SourceRow> sample, IReadOnlyDictionary<string, RegisterField> remembered, DateOnly today, TopicLegend? legend = null)
    {
        var width = Math.Max(headings.Headings.Length, sample.Count == 0 ? 0 : sample.Max(row => row.Cells.Length));
        var proposals = new Proposal[width];
        for (var column = 0; column < width; column++)
            proposals[column] = ByWords(column, column < headings.Headings.Length ? headings.Headings[column] : string.Empty, remembered);

        var notices = new List<string>();
        var doubles = new List<(RegisterField, int, bool)>();
        DoubtShortened(proposals, sample);
        MoveNumberToPhone(proposals, sample);
        MoveCurrencyToClaimed(proposals, sample);
        MoveReceivedToRecovered(proposals, sample);
        MoveSharedSum(proposals);
        MoveNameToCaller(proposals, sample);
        MoveReasonToTopic(proposals);
        MoveTopicToChannel(proposals, sample);
        MoveMembershipToNumber(proposals, sample);
        KeepDocumentsOnly(proposals, sample);
        if (legend is not null) MoveCodesToTopic(proposals, sample, legend);
        ContraryValues.Move(proposals, sample, today);
        MoveToCountry(proposals, sample);
        var marked = MoveMarksToSex(proposals, sample);
        KeepOneEach(proposals, sample, marked, notices, doubles);
        MoveHomeToCountry(proposals, sample);
        var guess = new ColumnGuess(proposals, sample, today).Run();
        return new ColumnMapping([.. proposals.Where(proposal => proposal.IsUsed(sample)).Select(proposal => proposal.ToColumn())], notices, [.. doubles, .. guess.Doubles])
        {
            found = guess.Found, Suspects = guess.Suspects, MarkedSex = marked,
        };
    }

    internal sealed record Proposal(int Index, string Heading, RegisterField? Field, double Confidence, int Words, bool Known)
    {
        public bool IsUsed(IReadOnlyList<SourceRow> sample) => Heading.Length > 0 || sample.Any(row => !row[Index].IsBlank);

        public RegisterColumn ToColumn() => new(Index, Heading.Length > 0 ? Heading : Letter(Index), Field, Confidence);
    }

    private static Proposal ByWords(int column, string heading, IReadOnlyDictionary<string, RegisterField> remembered)
    {
        foreach (var (name, field) in remembered)
            if (Spelling.Fold(name) == Spelling.Fold(heading) && heading.Length > 0) return new Proposal(column, heading, field, 1, int.MaxValue, true);
        if (CompoundHeading.AsksForName(heading) is { } asked) return new Proposal(column, heading, RegisterField.Name, ByHeading, asked.Words, true);
        var meant = HeadingRow.Meaning(heading);
        if (meant is not { Sure: true } && CompoundHeading.NamesBothSums(heading)) return new Proposal(column, heading, RegisterField.Claimed, ByHeading, 1, true);
        return meant is not { } match
            ? new Proposal(column, heading, null, 0, 0, false)
            : Enum.TryParse<RegisterField>(match.Meaning, out var known)
                ? new Proposal(column, heading, known, match.Sure ? ByHeading : ByValues, match.Words, true)
                : new Proposal(column, heading, null, ByHeading, match.Words, true);
    }

    /// <summary>Two columns of one field: the more exact heading wins, then the one with more readable values; the other stays text.</summary>
    private static void KeepOneEach(Proposal[] proposals, IReadOnlyList<SourceRow> sample, MarkedSex? marked, List<string> notices, List<(RegisterField, int, bool)> doubles)
    {
        foreach (var group in proposals.Where(proposal => proposal.Field is { } field && !Repeatable.Contains(field) && marked?.Holds(proposal.Index) is not true).GroupBy(proposal => proposal.Field).ToArray())
        {
            var kept = group.OrderByDescending(proposal => Readable(proposal.Index, group.Key!.Value, sample) > 0 ? 1 : 0)
                .ThenByDescending(proposal => proposal.Words)
                .ThenByDescending(proposal => HeadingRow.IsWhole(proposal.Heading))
                .ThenByDescending(proposal => Readable(proposal.Index, group.Key!.Value, sample))
                .ThenBy(proposal => proposal.Index).First();
            foreach (var other in group.Where(proposal => proposal != kept))
            {
                proposals[other.Index] = other with { Field = null, Confidence = 0 };
                doubles.Add((group.Key!.Value, other.Index, IsAsExact(other, kept)));
                notices.Add($"columns '{kept.Heading}' ({Letter(kept.Index)}) and '{other.Heading}' ({Letter(other.Index)}) both look like {kept.Field}: the first is used, the second kept as text");
            }
        }
    }

    /// <summary>Nothing in the headings tells which of the two is meant: "Сумма долга" and "Сумма иска".</summary>
    private static bool IsAsExact(Proposal other, Proposal kept) => Spelling.Fold(other.Heading) == Spelling.Fold(kept.Heading)
        || (other.Words >= kept.Words && HeadingRow.IsWhole(other.Heading) && kept.Words < int.MaxValue);

    /// <summary>
    /// "Где работает" beside "Город" asks for the country if nothing but countries stand there, and so does "Направление", whatever else it may ask for elsewhere.
    /// Where all are at home, it is the home.
    /// </summary>
    private static void MoveToCountry(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field is RegisterField.Country or RegisterField.CountryCity)) return;
        foreach (var asked in proposals.Where(proposal => proposal is { Field: RegisterField.City or RegisterField.Action or RegisterField.Topic or RegisterField.Channel, Confidence: < 1 }).ToArray())
        {
            var cells = sample.Select(row => row[asked.Index]).Where(cell => !cell.IsBlank).ToArray();
            if (cells.Length < FewestCountries || cells.Count(IsCountryAlone) < NearlyAll * cells.Length || cells.All(cell => PlaceReader.Country(cell).Value.Country == Home)) continue;
            proposals[asked.Index] = asked with { Field = RegisterField.Country, Confidence = asked.Field == RegisterField.City ? asked.Confidence : ByValues };
        }
    }

    private static bool IsCountryAlone(SourceCell cell) => PlaceReader.Country(cell) is { Value: { Country: not null, City: null } };

    /// <summary>"Откуда" may ask for the home or for the country the call comes from: the values tell.</summary>
    private static void MoveHomeToCountry(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field is RegisterField.Country or RegisterField.CountryCity)) return;
        foreach (var home in proposals.Where(proposal => proposal is { Field: RegisterField.Place, Confidence: < 1 }).ToArray())
            if (Readable(home.Index, RegisterField.Country, sample) >= FewestReadable && Readable(home.Index, RegisterField.Place, sample) < FewestReadable)
                proposals[home.Index] = home with { Field = RegisterField.Country, Confidence = IsAbroad(home.Index, home.Heading, sample) ? ByHeading : ByValues };
    }

    /// <summary>"Регион" over nothing but countries and cities abroad; where somebody was born or is registered may lie abroad as well.</summary>
    private static bool IsAbroad(int column, string heading, IReadOnlyList<SourceRow> sample)
    {
        var cells = sample.Select(row => row[column]).Where(cell => !cell.IsBlank).ToArray();
        return Words.Shipped.Says("regionHeading", Spelling.Fold(heading)) && cells.Length >= FewestCountries && cells.Count(cell => PlaceReader.Country(cell) is { IsCertain: true, Value.Country: not (null or Home) }) >= NearlyAll * cells.Length
            && !Array.Exists(cells, cell => PlaceReader.Home(cell) is { IsCertain: true, Value: not null });
    }

    /// <summary>"Жын." over "ж" and "м" asks for the sex, but "Опл." over sums for any of them: a shortened heading is certain only where its values could stand under no other.</summary>
    private static void DoubtShortened(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        foreach (var shortened in proposals.Where(proposal => proposal is { Field: not null, Confidence: ByHeading } && HeadingRow.IsShortened(proposal.Heading)).ToArray())
            if (!BearsOut.Contains(shortened.Field!.Value) || Readable(shortened.Index, shortened.Field.Value, sample) < FewestReadable) proposals[shortened.Index] = shortened with { Confidence = ByValues };
    }

    /// <summary>"Номер" may be the running number or the telephone: where no column asks for the telephone, the values tell.</summary>
    private static void MoveNumberToPhone(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field == RegisterField.Phone)) return;
        foreach (var number in proposals.Where(proposal => proposal is { Field: RegisterField.Number, Confidence: < 1 }).ToArray())
            if (Readable(number.Index, RegisterField.Phone, sample) >= FewestReadable && Readable(number.Index, RegisterField.Number, sample) < FewestReadable)
                proposals[number.Index] = number with { Field = RegisterField.Phone, Confidence = ByValues };
    }

    /// <summary>"Долг (валюта)" may hold the currency alone or the sum with it: where no column asks for the sum, the values tell.</summary>
    private static void MoveCurrencyToClaimed(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field == RegisterField.Claimed)) return;
        foreach (var currency in proposals.Where(proposal => proposal is { Field: RegisterField.Currency, Confidence: < 1 }).ToArray())
            if (HeadingRow.AsksForSum(currency.Heading) && Readable(currency.Index, RegisterField.Claimed, sample) >= FewestReadable)
                proposals[currency.Index] = currency with { Field = RegisterField.Claimed };
    }

    /// <summary>"Сумма" and "Полученная клиентом сумма": where two columns look like what is claimed, and one speaks of receiving, that one is what came back.</summary>
    private static void MoveReceivedToRecovered(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field == RegisterField.Recovered && Readable(proposal.Index, RegisterField.Recovered, sample) > 0)) return;
        var sums = proposals.Where(proposal => proposal.Field == RegisterField.Claimed).ToArray();
        var received = sums.Where(proposal => Words.Shipped.Mentions("receiving", Spelling.Fold(proposal.Heading))).ToArray();
        if (received is [{ Confidence: < 1 } one] && sums.Length > 1) proposals[one.Index] = one with { Field = RegisterField.Recovered };
    }

    /// <summary>"Сумма долга (возвращено)" beside "Возвращено": it is read for the sum that has no column of its own.</summary>
    private static void MoveSharedSum(Proposal[] proposals)
    {
        if (proposals.Where(proposal => proposal.Field is RegisterField.Claimed or RegisterField.Recovered).ToArray() is not [var one, var other] || one.Field != other.Field) return;
        var shared = CompoundHeading.NamesBothSums(one.Heading) ? one : other;
        if (shared.Confidence < 1 && CompoundHeading.NamesBothSums(shared.Heading))
            proposals[shared.Index] = shared with { Field = shared.Field == RegisterField.Claimed ? RegisterField.Recovered : RegisterField.Claimed };
    }

    /// <summary>"Кто обратился" over "сама", "мать", "сосед": the name then stands under "Имя".</summary>
    private static void MoveNameToCaller(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        foreach (var named in proposals.Where(proposal => proposal is { Field: RegisterField.Name, Confidence: < 1 } or { Field: null, Known: false }).ToArray())
            if (Readable(named.Index, RegisterField.Caller, sample) >= FewestReadable && sample.Any(row => CallerReader.IsSelf(row[named.Index])))
                proposals[named.Index] = named with { Field = RegisterField.Caller, Confidence = ByValues, Known = true };
        if (proposals.Any(proposal => proposal.Field is RegisterField.Name or RegisterField.FamilyName)) return;
        if (Array.Find(proposals, proposal => proposal is { Field: RegisterField.GivenName, Confidence: < 1 }) is { } given) proposals[given.Index] = given with { Field = RegisterField.Name };
    }

    /// <summary>"Вид обращ." over "лично", "тел.", "письм.".</summary>
    private static void MoveTopicToChannel(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (proposals.Any(proposal => proposal.Field == RegisterField.Channel)) return;
        foreach (var topic in proposals.Where(proposal => proposal is { Field: RegisterField.Topic or RegisterField.Action, Confidence: < 1 } or { Field: null, Known: false }).ToArray())
            if (Readable(topic.Index, RegisterField.Channel, sample) >= FewestReadable)
                proposals[topic.Index] = topic with { Field = RegisterField.Channel, Confidence = ByValues, Known = true };
    }

    /// <summary>Two columns of marks tell the sex, unless another column is asked for it or somebody gave one of the two another meaning.</summary>
    private static MarkedSex? MoveMarksToSex(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        if (MarkedSex.In([.. proposals.Select(proposal => proposal.Heading)], sample) is not { } marked) return null;
        if (proposals.Any(proposal => marked.Holds(proposal.Index) ? proposal is { Confidence: 1, Field: not RegisterField.Sex } : proposal.Field == RegisterField.Sex)) return null;
        foreach (var column in new[] { marked.Female, marked.Male }) proposals[column] = proposals[column] with { Field = RegisterField.Sex, Confidence = ByHeading, Known = true };
        return marked;
    }

    /// <summary>A number that goes up from row to row is the row's, whatever the heading says.</summary>
    private static void MoveMembershipToNumber(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        foreach (var member in proposals.Where(proposal => proposal.Field == RegisterField.Membership).ToArray())
            if (MembershipReader.IsCounting(sample.Select(row => row[member.Index].Written)))
                proposals[member.Index] = member with { Field = RegisterField.Number };
    }

    /// <summary>Why somebody came home is no matter of its own beside a column of them, and the only one where there is none.</summary>
    private static void MoveReasonToTopic(Proposal[] proposals)
    {
        if (proposals.Any(proposal => proposal.Field == RegisterField.Topic)) return;
        foreach (var reason in proposals.Where(proposal => proposal is { Field: null, Known: true } && Words.Shipped.Mentions("reasonOfReturn", Spelling.Fold(proposal.Heading))).ToArray())
            proposals[reason.Index] = reason with { Field = RegisterField.Topic, Confidence = ByValues };
    }

    /// <summary>"Паспорт" over numbers holds documents; over marks, "забрали" or "есть" it tells of them, and stays text.</summary>
    private static void KeepDocumentsOnly(Proposal[] proposals, IReadOnlyList<SourceRow> sample)
    {
        foreach (var asked in proposals.Where(proposal => proposal is { Field: RegisterField.Document, Confidence: < 1 }).ToArray())
        {
            var cells = sample.Select(row => row[asked.Index]).Where(cell => !cell.IsBlank).ToArray();
            if (cells.Length > 0 && cells.Count(cell => DocumentReader.Read(cell) is not null) < cells.Length * Half) proposals[asked.Index] = asked with { Field = null };
        }
    }

    /// <summary>
    /// "Код", "Наруш.": nearly all that stands there are the codes that the register explains. It is certain only where the heading asks for nothing else; figures under
    /// another heading may count children or name clients, and letters under one may be shifts.
    /// </summary>
    private static void MoveCodesToTopic(Proposal[] proposals, IReadOnlyList<SourceRow> sample, TopicLegend legend)
    {
        if (proposals.Any(proposal => proposal is { Field: RegisterField.Topic, Confidence: >= ByHeading } && sample.Any(row => !row[proposal.Index].IsBlank))) return;
        foreach (var coded in proposals.Where(proposal => proposal.Confidence < 1 && IsCoded(proposal, sample, legend)).ToArray())
        {
            var letters = sample.Any(row => row[coded.Index].Written.Any(char.IsLetter));
            var asks = (coded.Field == RegisterField.Topic && letters) || Words.Shipped.Says("codeHeading", Spelling.Fold(coded.Heading));
            if (!asks && (!letters || coded.Field is not null || coded.Known || Readable(coded.Index, RegisterField.Sex, sample) >= NearlyAll)) continue;
            proposals[coded.Index] = coded with { Field = RegisterField.Topic, Confidence = asks ? ByHeading : ByValues, Known = true };
        }
    }

    private static bool IsCoded(Proposal column, IReadOnlyList<SourceRow> sample, TopicLegend legend)
    {
        var cells = sample.Select(row => row[column.Index]).Where(cell => !cell.IsBlank).ToArray();
        return cells.Length >= FewestCodes && cells.Count(legend.IsMadeOf) >= NearlyAll * cells.Length && !MembershipReader.IsCounting(cells.Select(cell => cell.Written));
    }

    /// <summary>True when the column was found by its values, or its heading is a vague one.</summary>
    public bool IsGuessed(RegisterField field) => guessed.Contains(field);

    /// <summary>True when this one of several columns of a field was found by its values, or its heading is a vague one.</summary>
    public bool IsGuessed(int column) => Columns.FirstOrDefault(known => known.Index == column) is { Field: not null, Confidence: <= ByValues };

    /// <summary>True when no heading had a part in finding the column.</summary>
    public bool IsFoundByValues(RegisterField field) => found.Contains(field);

    /// <summary>Share of the filled cells that read as the field without doubt about what they are; 0 when none is filled.</summary>
    public static double Readable(int column, RegisterField field, IReadOnlyList<SourceRow> sample)
    {
        int filled = 0, readable = 0;
        foreach (var row in sample)
        {
            if (row[column].IsBlank) continue;
            filled++;
            if (Reads(row[column], field)) readable++;
        }

        return filled == 0 ? 0 : (double)readable / filled;
    }

    /// <summary>True when the cell could stand in a column of the field.</summary>
    public static bool Reads(SourceCell cell, RegisterField field) => field switch
    {
        RegisterField.Date => DateReader.Read(cell, Habits.None(DateOnly.MaxValue) with { Year = 2000 }).Value is not null && cell.Written.Length > 4,
        RegisterField.Phone => cell.Kind != CellKind.Day && PhoneReader.Read(cell).Value is { Count: > 0 },
        RegisterField.Sex => SexReader.Read(cell).Value is not null,
        RegisterField.Country => PlaceReader.Country(cell) is { IsCertain: true, Value.Country: not null },
        RegisterField.City => PlaceReader.City(cell).Value.Country is not null,
        RegisterField.Place => PlaceReader.Home(cell).Value is not null,
        RegisterField.Topic => TopicReader.Read(cell).Codes.Count > 0,
        RegisterField.Claimed or RegisterField.Recovered => SumReader.Read(cell).Value is not null,
        RegisterField.BirthYear or RegisterField.BirthDate or RegisterField.Age => BirthReader.Read(cell, field, 2000, Habits.None(DateOnly.MaxValue)).Value is not null,
        RegisterField.Name => LooksLikeName(cell),
        RegisterField.Caller => CallerReader.Is(cell),
        RegisterField.Channel => Words.Shipped.Lists.Channels.Recognise(cell.Written) is not null || Words.Shipped.Says("throughAnother", Spelling.Fold(cell.Written)),
        RegisterField.Number => cell.Written.Length < 8 && cell.Written.All(char.IsAsciiDigit),
        _ => !cell.IsBlank,
    };

    public static string Letter(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters.ToString(CultureInfo.InvariantCulture);
    }

    private static bool LooksLikeName(SourceCell cell)
    {
        if (cell.Kind != CellKind.Text) return false;
        if (Words.Shipped.Mentions("anonymous", Spelling.Fold(cell.Words!))) return true;
        var parts = cell.Words!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3 && !cell.Words.Any(char.IsDigit) && SexReader.FromName(cell.Words, out _) is not null;
    }
}
