using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Statistics.Disclosure;

namespace Turna.Evidence.Reporting;

/// <summary>How figures are shown.</summary>
internal enum View
{
    /// <summary>Exact: only to who may open every record behind them.</summary>
    Exact,

    /// <summary>Within the organisation: small numbers protected, threshold 5.</summary>
    Inside,

    /// <summary>To be published: small numbers protected, threshold 10.</summary>
    Publishable,
}

/// <summary>By what a report is broken down.</summary>
internal enum Breakdown
{
    Topic,
    Age,
    Destination,
    Oblast,
    Team,
    Month,
}

/// <summary>What is counted.</summary>
internal enum Measure
{
    Consultations,
    Clients,
    NewClients,
    ReturningClients,
    Services,
    CasesOpened,
    CasesClosed,
}

/// <summary>A figure as it may be shown.</summary>
/// <param name="Value">The number; null where it is not shown.</param>
/// <param name="Status">Why not, for the office.</param>
internal readonly record struct Figure(int? Value, Status Status)
{
    public static Figure Exact(int value) => new(value, Status.Published);
}

/// <summary>A table of a report: rows by a breakdown, columns by sex with the total last.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="By">What its lines are: a breakdown, or <c>Kind</c> for services and cases.</param>
/// <param name="Rows">Codes of the lines, largest first or in their own order; <see cref="ReportTable.All"/> is the total.</param>
/// <param name="LinesAddUp">False when one contact or client may stand in several lines.</param>
/// <param name="Figures">By row and sex.</param>
internal sealed record ReportTable(
    Measure Measure, string By, IReadOnlyList<string> Rows, bool LinesAddUp, IReadOnlyDictionary<(string Row, string Sex), Figure> Figures)
{
    /// <summary>Code of the total line and of the total column.</summary>
    public const string All = "all";

    /// <summary>The columns: women, men, other or not stated, all.</summary>
    public static IReadOnlyList<string> Sexes { get; } = ["F", "M", "X", All];

    public Figure At(string row, string sex) => Figures.TryGetValue((row, sex), out var figure) ? figure : Figure.Exact(0);

    /// <summary>The number to be shown; null where it is hidden, and where the zeros of a line of which nothing else is shown would say that a few people are all women, or all men.</summary>
    public int? Shown(string row, string sex) => IsSilent(row) ? null : At(row, sex).Value;

    public Figure Total => At(All, All);

    public int Hidden => Figures.Values.Count(f => f.Value is null);

    /// <summary>The lines of which nothing but zeros is shown, neither here nor in the tables that stand beside it.</summary>
    /// <param name="beside">Tables of which the page shows the last column in the same line.</param>
    public IReadOnlyList<string> Silent(IReadOnlyList<ReportTable> beside) =>
        [.. Rows.Where(row => IsSilent(row) && beside.All(other => other.At(row, All).Value is null or 0))];

    private bool IsSilent(string row) => At(row, All).Value is null && Sexes.All(sex => At(row, sex).Value is null or 0);

    public static string SexCode(Sex sex) => sex switch { Sex.Female => "F", Sex.Male => "M", _ => "X" };
}

/// <summary>A whole report.</summary>
/// <param name="Period">The period.</param>
/// <param name="View">How figures are shown.</param>
/// <param name="Breakdown">The breakdown chosen.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Anonymous">Contacts of anonymous callers, who are no clients.</param>
/// <param name="Recovered">Money recovered in closed cases, by currency, in minor units; empty where figures are protected.</param>
internal sealed record Report(
    Period Period, View View, Breakdown Breakdown, IReadOnlyList<ReportTable> Tables, Figure Anonymous, IReadOnlyDictionary<string, long> Recovered)
{
    /// <summary>Protected cases are in none of the figures.</summary>
    public bool LeavesOutProtected { get; init; }

    /// <summary>Contacts about topics that restrict a consultation are in none of the figures: the reader may not open those of colleagues.</summary>
    public bool LeavesOutDelicate { get; init; }

    /// <summary>Protected figures of a period whose quarter or year is not over: each day they may be others.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The teams whose figures these are; null for the whole organisation.</summary>
    public IReadOnlyList<TeamId>? Teams { get; init; }

    /// <summary>Tasks of the period that are still to be done, where figures are exact.</summary>
    public int? Overdue { get; init; }

    public ReportTable Of(Measure measure) => Tables.First(t => t.Measure == measure);
}
