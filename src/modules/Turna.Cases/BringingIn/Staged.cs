using System.Globalization;
using System.Text.Json.Serialization;
using Turna.Cases.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>What is known of a file before its columns are confirmed.</summary>
internal sealed record FileLayout(string FileName, IReadOnlyList<SheetLayout> Sheets, IReadOnlyList<string> Notices, IReadOnlyList<ColumnChoice> Columns, bool Remembered);

/// <summary>A sheet with a register.</summary>
internal sealed record SheetLayout(string Name, int HeadingRow, int? Year);

/// <summary>A heading and what stands under it. <paramref name="Field"/> is null for what is only kept as text.</summary>
internal sealed record ColumnChoice(string Heading, RegisterField? Field, double Confidence, IReadOnlyList<string> Samples);

/// <summary>A row with its fingerprint (hexadecimal) and whether an earlier register brought it in.</summary>
internal sealed record StagedRow(RegisterRow Row, string? Person, string Print, bool Repeated)
{
    /// <summary>What a member made of it; null for a row as it was read. Kept apart from the row.</summary>
    [JsonIgnore]
    public ByHand? ByHand { get; init; }
}

/// <summary>Somebody of the file: her rows by position, why they were joined, and who registered may be she.</summary>
internal sealed record StagedPerson(string Id, string Name, IReadOnlyList<StagedVisit> Visits, IReadOnlyList<StagedMatch> Matches)
{
    /// <summary>How she may be reached, as any of her rows says it.</summary>
    [JsonIgnore]
    public IReadOnlyList<SafeContactRule> SafeContact => [.. Visits.SelectMany(v => v.SafeContact).Distinct()];
}

/// <summary>One row of somebody, as far as it is shown to tell people apart, and why it was joined to the rows before it.</summary>
internal sealed record StagedVisit(int Position, int Number, string? Date, string? Name, int? BirthYear, string? Phone, IReadOnlyList<string> Why)
{
    /// <summary>How she may be reached, as the row says it.</summary>
    public IReadOnlyList<SafeContactRule> SafeContact { get; init; } = [];
}

/// <summary>Somebody registered who may be she.</summary>
internal sealed record StagedMatch(Guid Person, bool Sure, string Why)
{
    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}

/// <summary>What a member decided about the people of the file. Nothing is joined or linked that is not named here.</summary>
internal sealed record Decisions
{
    /// <summary>Ids of those whose rows are one person.</summary>
    public HashSet<string> Joined { get; init; } = [];

    /// <summary>Ids of those whose rows stay apart.</summary>
    public HashSet<string> Apart { get; init; } = [];

    /// <summary>By id of somebody of the file: who she is of those registered; the empty id for nobody.</summary>
    public Dictionary<string, Guid> Known { get; init; } = [];

    /// <summary>The day under which rows without one are entered, ISO 8601; null leaves them out.</summary>
    public string? DayForDayless { get; init; }

    /// <summary>The day under which a row is entered; null when it stays out.</summary>
    public DateOnly? DayOf(RegisterRow row, DateOnly today) => PublishRows.DayOf(row.Date, today) ?? Dayless;

    [JsonIgnore]
    public DateOnly? Dayless => DateOnly.TryParseExact(DayForDayless, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : null;

    public bool IsJoined(string person) => Joined.Contains(person);

    public Guid? KnownAs(string person) => Known.TryGetValue(person, out var known) && known != Guid.Empty ? known : null;

    public bool SaysOfRows(string person) => Joined.Contains(person) || Apart.Contains(person);

    public bool SaysOfMatches(string person) => Known.ContainsKey(person);
}

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>Entered as a consultation.</summary>
    Entered,

    /// <summary>It came in with an earlier register.</summary>
    Repeated,

    /// <summary>It cannot be entered; kept in the report.</summary>
    Rejected,

    /// <summary>It names no day, and none was given for such rows; kept in the report.</summary>
    NoDay,

    /// <summary>No consultation: title, total, empty line.</summary>
    Skipped,
}

/// <summary>A line of the report.</summary>
internal sealed record ReportLine(RegisterRow Row, RowOutcome Outcome, Guid? Consultation, string? Person, bool New, IReadOnlyList<string> Remarks)
{
    /// <summary>What a member made of it before it came in; null for a row as it was read.</summary>
    public ByHand? ByHand { get; init; }
}
