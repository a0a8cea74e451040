using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>Turns the rows of one sheet into register rows, in order: a ditto mark means the row above.</summary>
internal sealed class RowReader(int sheet, HeadingRow headings, ColumnMapping columns, Habits habits)
{
    private const int FewestPhoneDigits = 9;
    private static readonly RegisterField[] KeptAsText = [RegisterField.Action, RegisterField.Member, RegisterField.Remark, RegisterField.Minutes, RegisterField.Language, RegisterField.Caller, RegisterField.Membership, RegisterField.Document];
    private static readonly RegisterField[] TellStories = [RegisterField.Topic, RegisterField.Remark, RegisterField.Action, RegisterField.Caller];
    // "То же" under the name is the woman above, whose sex and telephone nobody writes again.
    private static readonly RegisterField[] Hers = [RegisterField.Phone, RegisterField.Sex, RegisterField.BirthYear, RegisterField.BirthDate, RegisterField.Place];
    private static readonly RegisterField[] Births = [RegisterField.BirthDate, RegisterField.BirthYear, RegisterField.Age];
    private Recall<Reading<PartialDate?>> dates = new(cell => DateReader.Read(cell, habits));
    private readonly Recall<NameCell> nameCells = NameCells(CompoundHeading.BesideNames(columns));
    private readonly Recall<bool> nameless = new(IsNameless);
    private readonly Recall<Reading<char?>> sexes = new(cell => habits.SexCodes.TryGetValue(cell.Written, out var coded) ? Reading<char?>.Sure(coded) : SexReader.Read(cell, habits.KyrgyzSexLetters));
    private readonly Recall<Reading<Whereabouts>> countries = new(PlaceReader.Country);
    private readonly Recall<Reading<Whereabouts>> cities = new(PlaceReader.City);
    private readonly Recall<Reading<string?>> homes = new(PlaceReader.Home);
    private readonly Recall<string?> channels = new(cell => Words.Shipped.Lists.Channels.Recognise(cell.Written)?.Value);
    private readonly Recall<Remark> remarksRead = new(cell => Remark.Read(cell.Written));
    private readonly Recall<bool> twice = new(cell => cell.Kind == CellKind.Text && (Words.Shipped.Mentions("duplicate", Spelling.Fold(cell.Words!)) || Words.Shipped.Says("voidEntry", Spelling.Fold(cell.Words!))));
    private readonly Recall<bool> dittos = new(Ditto.Is);
    private readonly (RegisterColumn Column, IReadOnlyList<string> Beside)[] compound =
        [.. columns.Columns.Select(column => (column, CompoundHeading.Beside(columns, column))).Where(pair => pair.Item2.Count > 0)];

    private readonly SexAndBirthCells sexAndBirth = new(columns);
    private readonly bool asksForSex = CompoundHeading.AsksForSex(columns);
    private readonly RowTopics told = new(columns, habits.Legend);
    private readonly int[] nameColumns = [.. new[] { RegisterField.Name, RegisterField.FamilyName, RegisterField.GivenName, RegisterField.Patronymic }.SelectMany(columns.Of)];
    private readonly int[] places = [.. new[] { RegisterField.Country, RegisterField.CountryCity, RegisterField.City }.SelectMany(columns.Of)];
    private readonly int[] contactColumns = [.. CompoundHeading.OfContact(columns)];
    // "С детьми", "Дети", "Работодатель": a relative who stands there holds no telephone.
    private readonly int[] aboutOthers = [.. columns.Columns.Where(column => column.Field is null && (HeadingRow.Meaning(column.Heading) is { Meaning: "Ignored" } || Words.Shipped.Mentions("aboutOthers", Spelling.Fold(column.Heading)))).Select(column => column.Index)];
    private readonly RowsBesideEntries others = new(sheet, columns);
    private readonly HashSet<int> copied = [];
    private SourceCell[] above = [];
    private bool isOneWithAbove;
    private bool goesOn;
    private MonthTitle? lastTitle;

    public RegisterRow Read(SourceRow source, string? mended = null)
    {
        if (source.Number <= headings.LastRow) return HeadingRow.LooksLikeEntry(source) ? others.Rejected(source, "it stands over the headings") : others.Skipped(source);
        var kind = RowSorting.Sort(source, headings, columns, dates.Read);
        if (kind == RowKind.Loose) return others.Rejected(source, "a single cell is filled; it may belong to the row above");
        if (kind == RowKind.Title && MonthTitle.Of(source) is { } title && !MonthTitle.IsCount(TitleLines.Line(source), habits.Year)) dates = DatesUnder(title);
        if (kind != RowKind.Entry) return others.Skipped(source);

        var row = WithShortValues(WithDittos(source));
        var findings = new Findings(row, columns);
        if (mended is not null) findings.Doubt("row", mended);
        findings.DoubtLongCells();
        return Entry(row, findings);
    }

    /// <summary>A month without a year follows the one above: the same year, or the next where the months begin anew.</summary>
    private Recall<Reading<PartialDate?>> DatesUnder(MonthTitle title)
    {
        var year = title.Year ?? (lastTitle is { Year: { } last } before ? last + (title.Month < before.Month ? 1 : 0) : habits.Year);
        lastTitle = title with { Year = year };
        var stated = title.Year is { } written ? new StatedPeriod(written, title.Month, title.Month) : habits.Stated;
        return new(cell => DateReader.Read(cell, habits with { Month = title.Month, Year = year, Stated = stated }));
    }

    private RegisterRow Entry(SourceRow row, Findings findings)
    {
        var date = findings.Take("date", RegisterField.Date, columns.Cell(row, RegisterField.Date), dates.Read);
        if (date is null && !findings.HasDoubt("date")) findings.Doubt("date", "not written");
        var name = NameOf(row, findings, out var beside);
        if (goesOn) findings.Doubt("name", "not written, taken for the person above");
        var said = beside.Beside ?? string.Empty;
        var sex = Sex(row, name, beside.Sex, findings);
        if (sex is not null && IsCopied(RegisterField.Sex)) findings.Doubt("sex", $"not written, {sex} like the row above");
        var birth = Birth(row, date?.Year, beside.Birth, findings);
        if (birth is { } born && (IsCopied(RegisterField.BirthYear) || IsCopied(RegisterField.BirthDate))) findings.Doubt("birthYear", $"not written, {born.Year} like the row above");
        var where = Meant(row, Where(row, findings), findings);
        var topics = told.Of(row, findings, out var violent);
        var money = RowSums.Read(row, columns, where.Country, habits, findings);
        var phones = Phones(row, beside.Phone, where.Country, findings);
        var remarks = Remarks(row, cell => cell.Words!);
        var remark = remarksRead.Read(SourceCell.Of(OfSafety(row, said)));
        if (remark.OwnerOfPhone is not null && aboutOthers.Length > 0) remark = remark with { OwnerOfPhone = Remark.Read(OfSafety(row, said, aboutOthers)).OwnerOfPhone };
        if (remark.OwnerOfPhone is null && name is not null) remark = remark with { OwnerOfPhone = PhoneOwnerWords.OfHerOwn(OfSafety(row, said), name) };
        var refersTo = EntryReference.In($"{string.Join(' ', nameColumns.Select(column => row[column].Written))}; {remarks}; {string.Join("; ", columns.Of(RegisterField.Topic).Select(column => row[column].Written))}");
        if (refersTo is not null) findings.Doubt("name", $"said to be the person of entry '{refersTo}'");
        var safety = Safety(remark, row, findings, ref phones);
        var place = Place(row, findings);
        Twice(row, findings);
        var channel = channels.Read(columns.Cell(row, RegisterField.Channel));
        if (channel is null) findings.Keep(RegisterField.Channel);
        CompoundHeading.Doubt(compound, row, Known, Unread, findings);
        CompoundHeading.DoubtDoubles(columns, row, findings);
        CompoundHeading.DoubtSuspects(columns, row, Known, findings);
        var nothing = date is null && topics.Count == 0 && name is null;
        if (nothing) findings.Doubt("row", "neither day, nor topic, nor name: it can't be entered");

        return new RegisterRow
        {
            Sheet = sheet,
            Number = row.Number,
            Status = nothing ? RegisterRowStatus.Rejected : findings.Problems.Count > 0 ? RegisterRowStatus.Doubtful : RegisterRowStatus.Ok,
            Date = date,
            Country = where.Country,
            City = where.City,
            Topics = topics,
            Sex = sex,
            BirthYear = birth?.Year,
            Born = birth?.Date,
            Claimed = money.Claimed,
            Recovered = money.Recovered,
            Currency = money.Currency,
            Name = name,
            IsOneWithAbove = name is not null && isOneWithAbove,
            Serial = columns.Cell(row, RegisterField.Number) is { IsBlank: false } serial ? serial.Written.TrimStart('0') : null,
            RefersTo = refersTo,
            OtherFamilyName = name is null ? null : FormerName.In(remarks),
            PhonesInRemarks = RemarkPhones.In(remarks),
            Nicknames = remark.OwnerOfPhone is null ? Nicknames(row, beside.Phone) : [],
            Membership = MembershipReader.Read(columns.Cell(row, RegisterField.Membership)),
            Document = DocumentReader.Read(columns.Cell(row, RegisterField.Document)),
            Phones = phones,
            Place = place,
            Channel = channel,
            SafeContact = safety,
            Restricted = remark.Restricted || violent || topics.Exists(Remark.IsRestricted),
            Text = findings.Text(nothing, KeptAsText),
            Problems = findings.Problems,
            Notes = findings.Notes,
        };

        string Unread(SourceCell cell) => nameCells.Read(cell) is var read ? $"{read.Name} {read.Beside}" : string.Empty;

        bool Known(string field) => field switch
        {
            "date" => date is not null, "country" => where.Country is not null, "topics" => topics.Count > 0, "sex" => sex is not null,
            "birthYear" => birth is not null, "claimed" => money.Claimed is not null, "recovered" => money.Recovered is not null, _ => true,
        };
    }

    /// <summary>A row that was read with another.</summary>
    public RegisterRow Skip(SourceRow source) => others.Skipped(source);

    /// <summary>A row of a table that can't be read as one of entries; titles, totals and headings in it are skipped as elsewhere.</summary>
    public RegisterRow Refuse(SourceRow source, string why) =>
        source.Number <= headings.LastRow || RowSorting.Sort(source, headings, columns, dates.Read) is not (RowKind.Entry or RowKind.Loose) ? others.Skipped(source) : others.Rejected(source, why);

    private SourceRow WithDittos(SourceRow source)
    {
        var cells = (SourceCell[])source.Cells.Clone();
        for (var column = 0; column < cells.Length; column++)
            if (dittos.Read(cells[column]) && column < above.Length) cells[column] = above[column];
        copied.Clear();
        isOneWithAbove = nameColumns is [var name, ..] && name < above.Length && dittos.Read(source[name]);
        goesOn = !isOneWithAbove && habits.NumbersPeople && above.Length > 0 && NumberedPeople.GoesOn(source, columns);
        if (goesOn)
        {
            isOneWithAbove = true;
            foreach (var column in nameColumns.Where(column => column < cells.Length && column < above.Length)) cells[column] = above[column];
        }
        else if (isOneWithAbove)
            foreach (var column in nameColumns.Skip(1).Concat(Hers.SelectMany(columns.Of)))
            {
                if (column >= cells.Length || column >= above.Length || !cells[column].IsBlank) continue;
                cells[column] = above[column];
                copied.Add(column);
            }

        above = cells;
        return source with { Cells = cells };
    }

    private SourceRow WithShortValues(SourceRow row)
    {
        if (!Array.Exists(row.Cells, cell => cell.Words?.Length > SourceCell.LongestValue)) return row;
        var cells = (SourceCell[])row.Cells.Clone();
        foreach (var column in columns.Columns.Where(column => column.Field is { } field && !TellStories.Contains(field) && column.Index < cells.Length))
            cells[column.Index] = cells[column.Index].Shortened(SourceCell.LongestValue);
        return row with { Cells = cells };
    }

    private bool IsCopied(RegisterField field) => copied.Count > 0 && columns.Of(field) is [var column, ..] && copied.Contains(column);

    /// <param name="beside">What stands in the cell of the name beside it.</param>
    private string? NameOf(SourceRow row, Findings findings, out NameCell beside)
    {
        beside = default;
        var parts = columns.Has(RegisterField.Name)
            ? [columns.Cell(row, RegisterField.Name).Written]
            : new[] { RegisterField.FamilyName, RegisterField.GivenName, RegisterField.Patronymic }.Select(field => columns.Cell(row, field).Written);
        var written = string.Join(' ', parts.Where(part => part.Length > 0));
        if (written.Length == 0) return null;
        // "Фамилия | Имя, год рождения": the heading asks for more than a name, but no family name stands under it.
        if (columns.Has(RegisterField.Name) && columns.Cell(row, RegisterField.FamilyName) is { IsBlank: false } family
            && !Spelling.Fold(written).Split(' ').Contains(Spelling.Fold(family.Written), StringComparer.Ordinal)) written = $"{family.Written} {written}";
        if (SourceCell.Of(written).IsError)
        {
            findings.Doubt("name", $"'{written}' was not understood");
            findings.Keep(RegisterField.Name);
            return null;
        }

        var cell = nameCells.Read(SourceCell.Of(written));
        if (nameless.Read(SourceCell.Of(written)) || nameless.Read(SourceCell.Of(cell.Name)))
        {
            beside = cell.Sex.IsBlank ? cell with { Sex = NamelessCaller.Sex(written) } : cell;
            return null;
        }

        if (cell.IsOfRelative)
        {
            findings.Doubt("name", $"'{written}' is somebody's relative, not named herself: nobody is registered");
            findings.Keep(RegisterField.Name);
            return null;
        }

        if (cell.Several)
        {
            findings.Doubt("name", $"'{written}' is more than one person: nobody is registered");
            findings.Keep(RegisterField.Name);
            return null;
        }

        if (cell.Damaged) findings.Doubt("name", $"'{written}' has a sign where a letter may be lost");
        if (cell.Damaged || cell.Beside.Length > 0) findings.Keep(RegisterField.Name);
        if (columns.IsFoundByValues(RegisterField.Name)) findings.DoubtColumn("name", RegisterField.Name);
        beside = cell;
        return cell.Name;
    }

    private static Recall<NameCell> NameCells(BesideName asked) => new(cell => NameCell.Of(cell.Written, asked));

    private static bool IsNameless(SourceCell name)
    {
        var folded = Spelling.Fold(name.Written);
        return !folded.Any(char.IsLetter) || Words.Shipped.Mentions("anonymous", folded) || Words.Shipped.Says("empty", folded) || NamelessCaller.IsOnlySex(name.Written);
    }

    private char? Sex(SourceRow row, string? name, SourceCell besideName, Findings findings)
    {
        var (field, cell) = sexAndBirth.Sex(row) is { IsBlank: false } || besideName.IsBlank ? (RegisterField.Sex, sexAndBirth.Sex(row)) : (RegisterField.Name, besideName);
        var read = findings.Take("sex", field, cell, written => SexReader.Together(sexes.Read(written), name, asksForSex));
        if (read is not null || findings.HasDoubt("sex")) return read;
        var (told, words) = SexOfCaller(row, name);
        if (told is not null) findings.Doubt("sex", $"not written, {told} by '{words}'");
        else if (name is not null && SexReader.OfGivenName(name) is { } own) findings.Doubt("sex", $"not written, {told = own} by the given name");
        else if (columns.Of(RegisterField.Topic).Select(column => CallerReader.SexOfStory(row[column].Written)).OfType<char>().Distinct().ToArray() is [var spoken]) findings.Doubt("sex", $"not written, {told = spoken} by how the story speaks of her");
        return told;
    }

    /// <summary>What the register shows of her sex by how it speaks of her where no column asks for it.</summary>
    private (char? Sex, string Words) SexOfCaller(SourceRow row, string? name)
    {
        var caller = columns.Cell(row, RegisterField.Caller);
        if (CallerReader.Sex(caller) is { } herself) return (herself, caller.Written);
        var written = string.Join(' ', nameColumns.Select(column => row[column].Written).Where(text => text.Length > 0));
        var cell = nameCells.Read(SourceCell.Of(written));
        if ((CallerReader.SexOfAddress(written) ?? CallerReader.SexOfAddress(cell.Name)) is { } addressed) return (addressed, written);
        if ((cell.Several || cell.IsOfRelative || RelativeNames.Is(written)) && CallerReader.SexOfRelation(cell.IsOfRelative ? cell.Name : written) is { } related) return (related, written);
        if (CallerReader.IsAnother(caller)) return (CallerReader.SexOfKin(written), written);
        return (name is null ? CallerReader.SexOfUnnamed(written) : null, written);
    }

    /// <param name="besideName">What stands of her birth in the cell of her name.</param>
    private Birth? Birth(SourceRow row, int? year, SourceCell besideName, Findings findings)
    {
        Birth? read = null;
        // A year that stands beside the name is hers; an age in its column was perhaps counted on another day.
        var beside = besideName.IsBlank ? Reading<Birth?>.Nothing : BirthReader.Read(besideName, RegisterField.BirthDate, year, habits);
        if (beside is { IsCertain: true, Value: not null } && Counted(row, year) is { IsCertain: false, Value: not null }) read = findings.Take("birthYear", RegisterField.Name, besideName, _ => beside);
        foreach (var field in Births)
        {
            var cell = sexAndBirth.Birth(row, field);
            if (cell.IsBlank) continue;
            if (read is null) read = findings.Take("birthYear", field, cell, written => BirthReader.Read(written, field, year, habits));
            else if (BirthReader.Read(cell, field, year, habits).Value is { } other && Math.Abs(other.Year - read.Value.Year) > 1)
                findings.Doubt("birthYear", $"'{cell.Written}' speaks for {other.Year}");
        }

        if (read is null && !besideName.IsBlank) read = findings.Take("birthYear", RegisterField.Name, besideName, _ => beside);
        return read;
    }

    /// <summary>What the first filled column of births says, without a word of it in the findings.</summary>
    private Reading<Birth?> Counted(SourceRow row, int? year) => Births.Select(field => (Field: field, Cell: sexAndBirth.Birth(row, field))).Where(birth => !birth.Cell.IsBlank)
        .Select(birth => BirthReader.Read(birth.Cell, birth.Field, year, habits)).FirstOrDefault();

    private Whereabouts Where(SourceRow row, Findings findings)
    {
        var field = columns.Has(RegisterField.Country) ? RegisterField.Country : RegisterField.CountryCity;
        var city = cities.Read(columns.Cell(row, RegisterField.City));
        if (!columns.Has(field) && countries.Read(columns.Cell(row, RegisterField.City)) is { Value.Country: not null } named && (named.IsCertain || city.Value.Country is null))
            return findings.Take("country", RegisterField.City, columns.Cell(row, RegisterField.City), _ => named);
        if (city.Value is { City: not null, Country: null }) findings.Keep(RegisterField.City);
        return findings.Take("country", field, columns.Cell(row, field), cell =>
        {
            var together = PlaceReader.Together(countries.Read(cell), city);
            if (together.Doubt is not null) findings.Keep(RegisterField.City);
            return together;
        });
    }

    /// <summary>Who is at home still asks about the country she means to go to.</summary>
    private Whereabouts Meant(SourceRow row, Whereabouts where, Findings findings)
    {
        if (where.Country is not (null or "KG")) return where;
        var mentioned = string.Join("; ", places.Concat(columns.Of(RegisterField.Topic)).Select(column => row[column].Written));
        if (GoingTo.In(mentioned) is not { } going) return where;
        findings.Doubt("country", $"'{going.Words}' read as {going.Country}");
        foreach (var column in places) findings.Keep(column);
        return new Whereabouts(going.Country, null);
    }

    private List<RegisterPhone> Phones(SourceRow row, SourceCell besideName, string? country, Findings findings)
    {
        var phones = new List<RegisterPhone>();
        var cells = columns.Of(RegisterField.Phone).Select(column => (Column: column, Cell: row[column])).ToList();
        if (!besideName.IsBlank) cells.Add((nameColumns[0], besideName));
        cells.AddRange(contactColumns.Select(column => (column, row[column])).Where(cell => cell.Item2.Written.Count(char.IsAsciiDigit) >= FewestPhoneDigits));
        foreach (var (column, cell) in cells)
        {
            var read = PhoneReader.Read(cell, habits.AfterSeven, country, habits.LooseNumbers);
            if (read.Doubt is { } doubt) findings.Doubt("phone", doubt, column);
            if (Nickname.In(cell.Written) is not null) findings.Keep(column);
            phones.AddRange((read.Value ?? []).Where(phone => !phones.Exists(known => known.Number == phone.Number)));
        }

        if (phones.Count > 0 && columns.IsFoundByValues(RegisterField.Phone)) findings.DoubtColumn("phone", RegisterField.Phone);
        foreach (var phone in phones.Where(phone => habits.LooseNumbers && PhoneLengths.IsSlip(phone.Number))) findings.Note($"phone: {phone.Number} has not the length of a number of its country");
        return phones;
    }

    /// <summary>All free words of the row, each cell by itself.</summary>
    private string OfSafety(SourceRow row, string said, int[]? without = null) =>
        string.Join(Remark.BetweenCells, new[] { said, Remarks(row, cell => cell.InFull, without, Remark.BetweenCells) }.Where(words => words.Length > 0));

    /// <summary>A name in a messenger stays as text, and finds her in other rows.</summary>
    private string[] Nicknames(SourceRow row, SourceCell besideName) =>
    [
        .. columns.Of(RegisterField.Phone).Select(column => row[column]).Append(besideName)
            .Select(cell => Nickname.In(cell.Written)).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private string Remarks(SourceRow row, Func<SourceCell, string> words, int[]? without = null, string between = "; ") => string.Join(between, columns.Columns
        .Where(column => without?.Contains(column.Index) is not true && column.Field is null or RegisterField.Remark or RegisterField.Action or RegisterField.Caller or RegisterField.Document)
        .Select(column => row[column.Index]).Where(cell => cell.Kind == CellKind.Text).Select(words));

    /// <summary>"дубль, см. выше", or struck through: the office itself took the row out, and it must not be counted without a word.</summary>
    private void Twice(SourceRow row, Findings findings)
    {
        if (row.IsStruck) findings.Doubt("row", "it is struck through");
        foreach (var column in columns.Columns.Where(column => column.Field is null or RegisterField.Number or RegisterField.Remark or RegisterField.Action or RegisterField.Topic or RegisterField.Member or RegisterField.Document))
            if (twice.Read(row[column.Index])) findings.Doubt("row", $"'{row[column.Index].Written}' says that it stands twice", column.Index);
    }

    private List<SafeContactRule> Safety(Remark remark, SourceRow row, Findings findings, ref List<RegisterPhone> phones)
    {
        var rules = new List<SafeContactRule>(remark.Rules);
        foreach (var column in columns.Of(RegisterField.Phone))
            if (row[column].Kind == CellKind.Text) rules.AddRange(Remark.RulesIn(row[column].InFull));
        foreach (var column in columns.Columns.Where(column => column.Field == RegisterField.Remark))
            if (ContactQuestion.Answer(column.Heading, row[column.Index]) is { } answer && rules.TrueForAll(rule => rule.Kind != answer.Kind)) rules.Add(answer);
        foreach (var rule in rules.Where(rule => rule.Kind == SafeContactKind.ReadFirst))
            findings.Doubt("remark", $"'{rule.Wording}' may concern her safety: read it before any contact");
        if (remark.OwnerOfPhone is { } owner)
            phones = phones.ConvertAll(phone => phone with { Hers = false, Owner = phone.Owner ?? owner });
        return rules;
    }

    private string? Place(SourceRow row, Findings findings)
    {
        string? place = null;
        foreach (var column in columns.Of(RegisterField.Place))
        {
            var home = homes.Read(row[column]);
            if (home.Value is null || home.Doubt is not null) findings.Keep(column);
            if (home.Doubt is { } doubt) findings.Doubt("place", doubt);
            place = PlaceReader.Finer(place, home.Value);
        }

        return place;
    }
}
