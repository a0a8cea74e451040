using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Finds by the values what no heading asks for. Each such column makes its readings doubtful; a second one that would do as well is a
/// double, and one that may hold the field, but is not clear enough to be taken, is suspected of it.
/// </summary>
internal sealed class ColumnGuess(ColumnMapping.Proposal[] proposals, IReadOnlyList<SourceRow> sample, DateOnly today)
{
    private const double Most = 0.7;
    private const double Half = 0.5;
    private const double Some = 0.2;
    private const double NearlyAll = 0.9;
    private const double InOrder = 0.85;
    private const int ManyRows = 20;
    private const int FewestTopics = 3;
    private const int FewestPhones = 8;
    private const int YoungestWorker = 16;
    private const int YearsApart = 15;
    private const int FewestMarked = 2;
    private const int MostWordsOfTopic = 4;
    private const decimal SmallestSuspected = 500;

    private static readonly (RegisterField Field, double Share)[] Plain =
    [
        (RegisterField.Phone, Most), (RegisterField.Sex, Most), (RegisterField.Country, Half), (RegisterField.City, Most), (RegisterField.Topic, Half),
        (RegisterField.Place, Most), (RegisterField.Name, Half),
    ];

    private static readonly HashSet<RegisterField?> Births = [RegisterField.BirthDate, RegisterField.BirthYear, RegisterField.Age];
    private static readonly HashSet<RegisterField> OfHerself = [RegisterField.Name, RegisterField.FamilyName, RegisterField.GivenName, RegisterField.Patronymic, RegisterField.Phone];
    private static readonly HashSet<RegisterField?> Days = [RegisterField.Date, RegisterField.BirthDate, RegisterField.BirthYear, RegisterField.Age];

    /// <summary>Fields whose column no heading named.</summary>
    public HashSet<RegisterField> Found { get; } = [];

    public List<(RegisterField Field, int Column, bool AsExact)> Doubles { get; } = [];

    public List<(RegisterField Field, int Column)> Suspects { get; } = [];

    public ColumnGuess Run()
    {
        FindDays();
        var asked = Has(RegisterField.Topic);
        foreach (var (field, share) in Plain) FindPlain(field, share);
        if (asked) FindFurtherTopics();
        FindBirths();
        FindClaimed();
        FindRecovered();
        Suspect();
        return this;
    }

    private IEnumerable<int> Free => proposals.Where(proposal => proposal is { Field: null, Known: false }).Select(proposal => proposal.Index);

    private bool Has(params RegisterField?[] fields) => proposals.Any(proposal => fields.Contains(proposal.Field))
        || (fields.Any(CompoundHeading.Sums.Contains) && proposals.Any(proposal => CompoundHeading.Sums.Contains(proposal.Field) && CompoundHeading.NamesBothSums(proposal.Heading)));

    private void Take(int column, RegisterField field)
    {
        proposals[column] = proposals[column] with { Field = field, Confidence = ColumnMapping.ByValues };
        Found.Add(field);
    }

    private double Share(int column, RegisterField field) => ColumnMapping.Readable(column, field, sample);

    private void FindDays()
    {
        var free = Free.Select(column => DayColumn.Of(column, sample, today)).OfType<DayColumn>().ToArray();
        var births = free.Where(column => column.IsBirth).ToArray();
        if (births.Length > 0 && !Has([.. Births])) Take(births.MaxBy(column => column.Filled)!.Index, RegisterField.BirthDate);

        var asked = proposals.FirstOrDefault(proposal => proposal.Field == RegisterField.Date);
        if (asked is not null && IsSettled(asked, free)) return;
        var others = proposals.Where(proposal => proposal is { Known: true, Confidence: < 1 } && (proposal == asked || !Days.Contains(proposal.Field)))
            .Select(proposal => DayColumn.Of(proposal.Index, sample, today)).OfType<DayColumn>();
        var contacts = free.Concat(others).Where(column => !column.IsBirth).ToArray();
        var unheard = contacts.Where(column => column.Index == asked?.Index || !IsSetAside(column.Index)).ToArray();
        if (unheard.Length > 0) contacts = unheard;
        if (contacts.Length == 0) return;
        var best = contacts.Aggregate((one, other) => other.IsLikelierThan(one) ? other : one);
        if (asked is not null && asked.Index != best.Index) proposals[asked.Index] = asked with { Field = null, Confidence = 0 };
        if (asked?.Index != best.Index) TakeDay(best);
        Doubles.AddRange(contacts.Where(column => column != best && !IsSetAside(column.Index)).Select(column => (RegisterField.Date, column.Index, true)));
    }

    /// <summary>"Received" over nothing but days in every row says when the entry was received: there its word and its values tell the same.</summary>
    private void TakeDay(DayColumn days)
    {
        var told = Words.Shipped.Says("receiving", Spelling.Fold(proposals[days.Index].Heading)) && days.Filled >= NearlyAll && days.Days.Count(day => day is not null) >= NearlyAll * days.Days.Count;
        if (told) proposals[days.Index] = proposals[days.Index] with { Field = RegisterField.Date, Confidence = ColumnMapping.ByHeading };
        else Take(days.Index, RegisterField.Date);
    }

    /// <summary>The caller said so, or a sure heading stands over something like days, or there is no other column that might hold them.</summary>
    private bool IsSettled(ColumnMapping.Proposal asked, DayColumn[] free) => asked.Confidence >= 1
        || (HasDigits(asked.Index) && (asked.Confidence > ColumnMapping.ByValues || free.All(column => column.IsBirth)));

    /// <summary>A known heading that asks for nothing of the consultation ("Дата выезда").</summary>
    private bool IsSetAside(int column) => proposals[column] is { Known: true, Field: null };

    private bool HasDigits(int column) => sample.Any(row => row[column].Written.Any(char.IsAsciiDigit)) || sample.Count == 0;

    private void FindPlain(RegisterField field, double least)
    {
        if (Has(field) || (field == RegisterField.Name && Has(RegisterField.FamilyName))) return;
        if (field is RegisterField.Country or RegisterField.City && Has(RegisterField.CountryCity)) return;
        // Days written in digits alone would pass for telephones.
        var found = Free.Where(column => field != RegisterField.Phone || DayColumn.Of(column, sample, today) is null).Where(column => field != RegisterField.Topic || !NamesTopicAmongMarks(column))
            .Select(column => (Column: column, Share: Share(column, field))).Where(candidate => candidate.Share >= least)
            .OrderByDescending(candidate => field is RegisterField.Name or RegisterField.Phone ? Different(candidate.Column) : 0)
            .ThenByDescending(candidate => candidate.Share).Select(candidate => candidate.Column).ToArray();
        if (found.Length == 0) return;
        if (field == RegisterField.Phone && IsPlainlyOfPhones(found[0])) proposals[found[0]] = proposals[found[0]] with { Field = field, Confidence = ColumnMapping.ByHeading };
        else Take(found[0], field);
        if (field is RegisterField.Country or RegisterField.Sex) Doubles.AddRange(found.Skip(1).Select(column => (field, column, true)));
    }

    /// <summary>In a table of marks "Прочее (указать)" holds what is none of the others: it is read with the marks.</summary>
    private bool NamesTopicAmongMarks(int column) => TopicReader.Read(SourceCell.Of(proposals[column].Heading)).Codes.Count == 1
        && Free.Count(other => other != column && TopicReader.Read(SourceCell.Of(proposals[other].Heading)).Codes.Count == 1 && Of(other, cell => Mark.IsAny(cell)) >= NearlyAll) >= FewestMarked;

    /// <summary>
    /// Nothing but telephones stands there, beside her name or her first telephone: whoever reads the page knows whose they are. A column without a heading
    /// beside another one may be the second half of "Муж / родственник".
    /// </summary>
    private bool IsPlainlyOfPhones(int column) => proposals[column].Heading.Length == 0 && column > 0 && proposals[column - 1] is { Confidence: >= ColumnMapping.ByHeading, Field: { } beside } && OfHerself.Contains(beside)
        && sample.Count(row => !row[column].IsBlank) >= FewestPhones
        && Of(column, cell => ColumnMapping.Reads(cell, RegisterField.Phone) || Mark.IsNone(cell)) >= NearlyAll;

    /// <summary>Beside a column of topics another may stand under a heading nobody knows. What was done, and stories, name topics too, but not in so few words; under the name of a topic stands what belongs to it.</summary>
    private void FindFurtherTopics()
    {
        foreach (var column in Free.Where(column => TopicReader.Read(SourceCell.Of(proposals[column].Heading)).Codes.Count == 0 && sample.Count(row => !row[column].IsBlank) >= FewestTopics && Of(column, NamesTopic) >= Most).ToArray()) Take(column, RegisterField.Topic);
    }

    private static bool NamesTopic(SourceCell cell) => cell.Kind == CellKind.Text && cell.Written.Count(letter => letter == ' ') < MostWordsOfTopic && TopicReader.Read(cell) is { Codes.Count: > 0, Doubts.Count: 0 };

    /// <summary>The same member of staff stands in many rows, the same client in few.</summary>
    private int Different(int column) => sample.Select(row => row[column].Written).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private void FindBirths()
    {
        if (Has([.. Births])) return;
        var numbers = Free.Where(column => !IsCounting(column)).ToArray();
        if (Best(numbers, cell => IsYearOfBirth(cell), Most) is { } years)
        {
            Take(years, RegisterField.BirthYear);
            if (Words.Shipped.Says("yearBeside", Spelling.Fold(proposals[years].Heading)) && AreOfGrownUps(years))
                proposals[years] = proposals[years] with { Confidence = ColumnMapping.ByHeading };
        }
        else if (Best(numbers.Where(column => !AreRound(column)), IsAge, NearlyAll) is { } ages) Take(ages, RegisterField.Age);
    }

    /// <summary>"Год" over years that lie far apart, in each of which people of an age to work were born: years of one register, or in which people left, lie close.</summary>
    private bool AreOfGrownUps(int column)
    {
        var born = sample.Where(row => !row[column].IsBlank).Select(row => BirthReader.Read(row[column], RegisterField.BirthYear, today.Year, Habits.None(today)).Value?.Year).ToArray();
        return Array.TrueForAll(born, year => year <= today.Year - YoungestWorker) && born.Max() - born.Min() >= YearsApart;
    }

    private int? Best(IEnumerable<int> columns, Func<SourceCell, bool> reads, double least) => columns
        .Select(column => (Column: column, Share: Of(column, reads))).Where(candidate => candidate.Share >= least)
        .OrderByDescending(candidate => candidate.Share).Select(candidate => (int?)candidate.Column).FirstOrDefault();

    private double Of(int column, Func<SourceCell, bool> reads)
    {
        var filled = sample.Where(row => !row[column].IsBlank).ToArray();
        return filled.Length == 0 ? 0 : (double)filled.Count(row => reads(row[column])) / filled.Length;
    }

    private bool IsYearOfBirth(SourceCell cell) => !IsAge(cell)
        && BirthReader.Read(cell, RegisterField.BirthYear, today.Year, Habits.None(today)).Value is { } birth && today.Year - birth.Year is >= 14 and <= 90;

    private static bool IsAge(SourceCell cell) => cell.Written.Length == 2 && int.TryParse(cell.Written, out var age) && age is >= 14 and <= 80;

    private bool AreRound(int column) => Of(column, cell => cell.Written.EndsWith('0') || cell.Written.EndsWith('5')) > Half;

    /// <summary>Numbers that go up by one, or in many rows hardly ever down, count the rows.</summary>
    private bool IsCounting(int column)
    {
        var numbers = sample.Select(row => row[column].Written).Where(text => text.Length is > 0 and < 9 && text.All(char.IsAsciiDigit)).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Length < 3) return false;
        var steps = numbers.Skip(1).Zip(numbers, (next, number) => next - number).ToArray();
        return steps.Count(step => step == 1) >= InOrder * steps.Length || (steps.Length >= ManyRows && steps.Count(step => step > 0) >= InOrder * steps.Length);
    }

    private void FindClaimed()
    {
        if (Has(RegisterField.Claimed)) return;
        var recovered = proposals.FirstOrDefault(proposal => proposal.Field == RegisterField.Recovered)?.Index;
        var money = Free.Where(column => Share(column, RegisterField.Claimed) >= Most && HoldsMoney(column)).ToArray();
        var fit = money.Where(column => recovered is not { } back || NeverMore(back, column)).ToArray();
        if (fit.Length == 0) return;
        var best = fit.Aggregate((one, other) => Compared(other, one) > 0 ? other : one);
        Take(best, RegisterField.Claimed);
        Doubles.AddRange(money.Where(column => column != best && !NeverMore(column, best)).Select(column => (RegisterField.Claimed, column, true)));
    }

    /// <summary>Where two columns hold money, what is claimed is the larger, and stands in more rows.</summary>
    private int Compared(int one, int other)
    {
        int larger = 0, smaller = 0, ones = 0, others = 0;
        foreach (var row in sample)
        {
            var (first, second) = (Amount(row[one]), Amount(row[other]));
            if (first is not null) ones++;
            if (second is not null) others++;
            if (first > second) larger++;
            if (first < second) smaller++;
        }

        return larger != smaller ? larger.CompareTo(smaller) : ones.CompareTo(others);
    }

    private void FindRecovered()
    {
        if (Has(RegisterField.Recovered) || proposals.FirstOrDefault(proposal => proposal.Field == RegisterField.Claimed)?.Index is not { } claimed) return;
        var fit = Free.Where(column => Share(column, RegisterField.Recovered) >= Most && HoldsMoney(column) && NeverMore(column, claimed)).ToArray();
        if (fit.Length > 0) Take(fit[0], RegisterField.Recovered);
        Doubles.AddRange(fit.Skip(1).Select(column => (RegisterField.Recovered, column, true)));
    }

    /// <summary>In no row more than the other, and in one at least beside it.</summary>
    private bool NeverMore(int column, int other)
    {
        var both = 0;
        foreach (var row in sample)
        {
            if (Amount(row[column]) is not (> 0 and var amount)) continue;
            if (Amount(row[other]) is not { } limit || amount > limit) return false;
            both++;
        }

        return both > 0;
    }

    private static decimal? Amount(SourceCell cell) => SumReader.Read(cell).Value?.Amount;

    /// <summary>Numbers alone may count anything; a currency beside some of them tells that they are sums.</summary>
    private bool HoldsMoney(int column) => SumUnit.Of(proposals[column].Heading).Currency is not null
        || sample.Any(row => !row[column].IsBlank && SumReader.Read(row[column]).Value is { Currency: not null });

    /// <summary>What is not clear enough to be taken must not leave its field empty without a word.</summary>
    private void Suspect()
    {
        foreach (var column in Free.Where(column => !Doubles.Exists(other => other.Column == column)).ToArray())
        {
            if (!Has(RegisterField.Country, RegisterField.CountryCity) && Share(column, RegisterField.Country) >= Some) Suspects.Add((RegisterField.Country, column));
            if (!Has(RegisterField.Sex) && Share(column, RegisterField.Sex) >= Some) Suspects.Add((RegisterField.Sex, column));
            if (IsCounting(column)) continue;
            if (!Has([.. Births]) && (Of(column, IsYearOfBirth) >= Some || Of(column, IsAge) >= Most)) Suspects.Add((RegisterField.BirthYear, column));
            if (!MayBeMoney(column)) continue;
            if (!Has(RegisterField.Claimed)) Suspects.Add((RegisterField.Claimed, column));
            else if (!Has(RegisterField.Recovered)) Suspects.Add((RegisterField.Recovered, column));
        }
    }

    private bool MayBeMoney(int column) => (HoldsMoney(column) && Share(column, RegisterField.Claimed) >= Half)
        || Of(column, cell => IsYearOfBirth(cell) || PhoneLike(cell) || Amount(cell) is null or < SmallestSuspected) <= Half;

    private static bool PhoneLike(SourceCell cell) => cell.Written.Count(char.IsAsciiDigit) > 8;
}
