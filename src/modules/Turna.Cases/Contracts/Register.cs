using Turna.Kernel;

namespace Turna.Cases.Contracts;

/// <summary>
/// A register of consultations as an office kept it, read and normalised, nothing dropped and nothing published. Holds names and
/// phones in the clear: whoever keeps it longer than one request seals it.
/// </summary>
/// <param name="FileName">As given, without folders.</param>
/// <param name="Sheets">The sheets that hold a register, in the order of the workbook; a CSV file is one sheet without a name.</param>
/// <param name="Rows">Every row of those sheets in order, headings, titles and totals included.</param>
/// <param name="Notices">What concerns the file as a whole, such as a sheet that was left out and why.</param>
public sealed record Register(
    string FileName, IReadOnlyList<RegisterSheet> Sheets, IReadOnlyList<RegisterRow> Rows, IReadOnlyList<string> Notices);

/// <summary>One sheet, where its headings stand and what its columns were taken to mean.</summary>
/// <param name="Name">As written on the tab; empty for CSV.</param>
/// <param name="HeadingRow">Number of the (last) row of headings.</param>
/// <param name="Columns">Every column from the first to the last used one.</param>
/// <param name="Year">The year the register is about when its title, tab, file name or dates say so; used for dates without a year.</param>
public sealed record RegisterSheet(string Name, int HeadingRow, IReadOnlyList<RegisterColumn> Columns, int? Year);

/// <summary>One column and the proposal what it holds.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As written, both lines of a two-line heading; the column letter where it is empty.</param>
/// <param name="Field">What it is taken to hold; null when it is only kept as text.</param>
/// <param name="Confidence">0 to 1: 1 given by the caller, 0.95 a known heading, 0.6 guessed from the values.</param>
public sealed record RegisterColumn(int Index, string Heading, RegisterField? Field, double Confidence);

/// <summary>What a column of a register may hold.</summary>
public enum RegisterField
{
    Number, Date, Name, FamilyName, GivenName, Patronymic, Phone, Sex, BirthYear, BirthDate, Age, Place, Country, City, CountryCity,
    Topic, Action, Member, Claimed, Recovered, Currency, Remark, Channel, Minutes, Language, Caller, Membership, Document,
}

/// <summary>What became of a row.</summary>
public enum RegisterRowStatus
{
    /// <summary>Everything in it was understood.</summary>
    Ok,

    /// <summary>It can be used, and <see cref="RegisterRow.Problems"/> say what somebody should look at.</summary>
    Doubtful,

    /// <summary>It can't be entered as a consultation; kept as text.</summary>
    Rejected,

    /// <summary>Not a consultation: title, heading, subtotal, total, empty line.</summary>
    Skipped,
}

/// <summary>One row of the register. A null means that the row does not say, or that what it says was not understood (then a problem says so).</summary>
public sealed record RegisterRow
{
    /// <summary>Position in <see cref="Register.Sheets"/>.</summary>
    public required int Sheet { get; init; }

    /// <summary>Number of the row in the sheet, from 1.</summary>
    public required int Number { get; init; }

    public required RegisterRowStatus Status { get; init; }

    /// <summary>Day of the consultation; month or year only where no more is written.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Country she is in, ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>City abroad as the list writes it, or as written.</summary>
    public string? City { get; init; }

    /// <summary>Codes of <c>content/codes/topics.csv</c> in the order written, each once.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>F or M.</summary>
    public char? Sex { get; init; }

    public int? BirthYear { get; init; }

    /// <summary>The whole date of birth where the register has one (a 1 January is taken for the year alone).</summary>
    public PartialDate? Born { get; init; }

    /// <summary>Sum she claims, in <see cref="Currency"/>.</summary>
    public decimal? Claimed { get; init; }

    /// <summary>Sum recovered, in <see cref="Currency"/>.</summary>
    public decimal? Recovered { get; init; }

    /// <summary>ISO 4217; null when neither the row nor the register nor the country tells.</summary>
    public string? Currency { get; init; }

    /// <summary>Name as written; null for an anonymous caller or none.</summary>
    public string? Name { get; init; }

    /// <summary>Under the name stands that she is the person of the entry above ("она же").</summary>
    public bool IsOneWithAbove { get; init; }

    /// <summary>The running number of the entry in the register, as written; null where it has none.</summary>
    public string? Serial { get; init; }

    /// <summary>The running number of an earlier entry to which this one refers for the person ("см. № 14").</summary>
    public string? RefersTo { get; init; }

    /// <summary>Another family name that a remark gives her, such as the one before she married; null where none does.</summary>
    public string? OtherFamilyName { get; init; }

    /// <summary>Her number as a member of the organisation, folded; the same one in two rows speaks for one person as a document would. Null where none is written.</summary>
    public string? Membership { get; init; }

    /// <summary>The number of her passport, identity card or personal number, in Latin capitals and figures; null where none is written or it is not one number.</summary>
    public string? Document { get; init; }

    public IReadOnlyList<RegisterPhone> Phones { get; init; } = [];

    /// <summary>Numbers that stand in remarks beside a relative, as in <see cref="RegisterPhone.Number"/>. They help to find her in other rows and are not for calling.</summary>
    public IReadOnlyList<string> PhonesInRemarks { get; init; } = [];

    /// <summary>Her names in messengers, in small letters. They help to find her in other rows; the cell itself is kept as text.</summary>
    public IReadOnlyList<string> Nicknames { get; init; } = [];

    /// <summary>Home place, SOATE; null when it is not in the list (then <see cref="Text"/> keeps it).</summary>
    public string? Place { get; init; }

    /// <summary>Code of <c>content/codes/channels.csv</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>How she may be reached without danger, read from remarks and phone cells.</summary>
    public IReadOnlyList<SafeContactRule> SafeContact { get; init; } = [];

    /// <summary>Violence, trafficking or forced labour is named in the row: it enters as restricted, team only.</summary>
    public bool Restricted { get; init; }

    /// <summary>What is kept as it stood, by heading: columns without a field, and every cell that was not understood for certain.</summary>
    public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Doubts, each <c>field: why</c>. Empty exactly when the status is <see cref="RegisterRowStatus.Ok"/> or skipped.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Remarks for the preview that cast no doubt on a value, such as a phone number one digit short.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A phone number of a row.</summary>
/// <param name="Number">International digits with +, where the country is plain; else the digits as written.</param>
/// <param name="Hers">True only when nothing beside the number says that it is somebody else's.</param>
/// <param name="Owner">The word beside the number ("брат", "соседка"), or null.</param>
/// <param name="Written">The cell or the part of it the number came from.</param>
public sealed record RegisterPhone(string Number, bool Hers, string? Owner, string Written);

/// <summary>Kinds of safe-contact rules that a register's remarks give.</summary>
public enum SafeContactKind
{
    /// <summary>Only between <see cref="SafeContactRule.From"/> and <see cref="SafeContactRule.Until"/> (either may be open).</summary>
    Hours,

    /// <summary>Somebody must not learn of the contact: <see cref="SafeContactRule.Who"/>.</summary>
    KeepFrom,

    /// <summary>Do not call; writing may be possible.</summary>
    NoCalls,

    /// <summary>Only by message.</summary>
    OnlyMessages,

    /// <summary>Never leave or send a message.</summary>
    NoMessages,

    /// <summary>Do not contact at all; she contacts.</summary>
    NoContact,

    /// <summary>A wording about contact or danger that has to be read by a person.</summary>
    ReadFirst,
}

/// <summary>One rule with the words it was read from.</summary>
public sealed record SafeContactRule(SafeContactKind Kind, string Wording, TimeOnly? From = null, TimeOnly? Until = null, string? Who = null);
