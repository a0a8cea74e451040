using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>A register being brought in.</summary>
internal readonly record struct ImportId(Guid Value) : IRecordId<ImportId>
{
    public static ImportId New() => new(Guid.CreateVersion7());

    public static ImportId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>How far a register has come.</summary>
internal enum ImportStep
{
    /// <summary>The file is sealed; the meaning of its columns is to be confirmed.</summary>
    Columns,

    /// <summary>Its rows are being read, compared and sealed.</summary>
    Reading,

    /// <summary>Its rows are sealed; doubts and people are to be looked at.</summary>
    Preview,

    /// <summary>It is being published.</summary>
    Publishing,

    Published,

    Cancelled,
}

/// <summary>
/// A register on its way in. Numbers and times are plain; its file, rows, suggestions and decisions are parts sealed under a key of its
/// own, granted to the team and destroyed at the end. The report has a second key, so that it can outlive the rest.
/// </summary>
internal sealed class Import : IRevised
{
    public const string JobKind = "cases.import";

    public ImportId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId Team { get; init; }

    /// <summary>Who uploaded it.</summary>
    public MemberId Member { get; init; }

    public DateTime StartedAt { get; init; }

    public ImportStep Step { get; set; }

    /// <summary>Keyed token of the file: the same file is recognised. Taken away when the import is cancelled.</summary>
    public Token? File { get; set; }

    public int Rows { get; set; }

    public int Doubtful { get; set; }

    public int Rejected { get; set; }

    public int Skipped { get; set; }

    /// <summary>Rows that came in with an earlier register.</summary>
    public int Repeated { get; set; }

    /// <summary>Rows that name no day, which enter only under a day that a member gives; after the end, those that stayed out for it.</summary>
    public int Dayless { get; set; }

    /// <summary>Those the rows speak of, if every suggestion is taken.</summary>
    public int People { get; set; }

    /// <summary>Consultations that were published.</summary>
    public int Published { get; set; }

    /// <summary>People who were registered.</summary>
    public int Registered { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>The first day of the consultations that were published; null before, and where there are none.</summary>
    public DateOnly? FirstDay { get; private set; }

    /// <summary>The last day of them.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Subject of the report; empty before there is one and after it was destroyed.</summary>
    public Guid? Report { get; set; }

    public int Revision { get; set; } = 1;

    public SubjectId Subject => new(Id.Value);

    /// <summary>A consultation of this day is published.</summary>
    public void Reach(DateOnly day)
    {
        if (FirstDay is null || day < FirstDay) FirstDay = day;
        if (LastDay is null || day > LastDay) LastDay = day;
    }

    public bool IsOver => Step is ImportStep.Published or ImportStep.Cancelled;

    public bool IsAtWork => Step is ImportStep.Reading or ImportStep.Publishing;
}

/// <summary>What a part of an import holds.</summary>
internal enum PartKind
{
    /// <summary>A piece of the file.</summary>
    File,

    /// <summary>What is known of the file: name, sheets, columns.</summary>
    Layout,

    /// <summary>Rows, some hundred a part.</summary>
    Rows,

    /// <summary>Somebody of the file with rows and suggestions, one page a part.</summary>
    People,

    /// <summary>What became of each row, so that those of a kind are found.</summary>
    Index,

    /// <summary>What members corrected or confirmed by hand.</summary>
    Corrections,

    /// <summary>What a member decided.</summary>
    Decisions,

    /// <summary>The report, some hundred rows a part.</summary>
    Report,
}

/// <summary>A sealed part.</summary>
internal sealed class ImportPart
{
    public Guid Id { get; init; }

    public ImportId Import { get; init; }

    public PartKind Kind { get; init; }

    /// <summary>From 0.</summary>
    public int Number { get; init; }

    public Sealed Content { get; set; }

    public Place Place(OrganisationId organisation, SubjectId subject) => new(organisation, "cases_import_part", "content", Id, subject, 1);
}

/// <summary>A row that came in: a keyed fingerprint, so that the same row of another file is recognised. Says nothing without the key.</summary>
internal sealed class ImportedRow
{
    public Token Row { get; init; }

    public OrganisationId Organisation { get; init; }
}

/// <summary>What the columns of a register were taken to mean, for the next file with the same headings.</summary>
internal sealed class RememberedColumns : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Keyed token of the headings.</summary>
    public Token Headings { get; init; }

    public Sealed Content { get; set; }

    public int ContentRevision { get; set; } = 1;

    public int Revision { get; set; } = 1;

    public SubjectId Subject => new(Id);

    public Place Place => new(Organisation, "cases_import_columns", "content", Id, Subject, ContentRevision);
}

internal static class ImportTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Import>(import =>
        {
            import.ToTable("cases_import");
            import.HasIndex(i => new { i.Team, i.StartedAt });
            import.HasIndex(i => i.File);
            import.HasIndex(i => i.Member);
        });
        model.Entity<ImportPart>(part =>
        {
            part.ToTable("cases_import_part");
            part.HasIndex(p => new { p.Import, p.Kind, p.Number }).IsUnique();
            part.HasOne<Import>().WithMany().HasForeignKey(p => p.Import).OnDelete(DeleteBehavior.Restrict);
            part.Metadata.IsUnledgered("Staging: sealed, and gone at the end; the import itself and all it publishes is on the ledger.");
        });
        model.Entity<ImportedRow>(row =>
        {
            row.ToTable("cases_import_row");
            row.HasKey(r => r.Row);
            row.HasIndex(r => r.Organisation);
            row.Metadata.IsUnledgered("A keyed fingerprint; the consultation it stands for is on the ledger, and a leaf over both would join them.");
        });
        model.Entity<RememberedColumns>(columns =>
        {
            columns.ToTable("cases_import_columns");
            columns.HasIndex(c => new { c.Organisation, c.Headings }).IsUnique();
        });
    }
}
