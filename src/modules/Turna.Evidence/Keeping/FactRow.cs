using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Keeping;

/// <summary>A fact as stored: T1, plain columns, no identity.</summary>
internal sealed class FactRow
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId Team { get; init; }

    public FactKind Kind { get; init; }

    public DateOnly On { get; set; }

    public Token Record { get; init; }

    public Token? Person { get; set; }

    public Sex Sex { get; set; }

    public required string AgeBand { get; set; }

    public string? Oblast { get; set; }

    public string? Destination { get; set; }

    public string? Subtype { get; set; }

    /// <summary>Topic codes, sorted, separated by spaces.</summary>
    public required string Topics { get; set; }

    public int Minutes { get; set; }

    /// <summary>True for a protected case: exact figures leave it out, because not everyone who sees them may know of it.</summary>
    public bool Guarded { get; set; }

    public long? RecoveredMinor { get; set; }

    public string? Currency { get; set; }

    internal static void Configure(ModelBuilder model) => model.Entity<FactRow>(fact =>
    {
        fact.ToTable("evidence_fact");
        fact.Property(f => f.AgeBand).HasMaxLength(8);
        fact.Property(f => f.Oblast).HasMaxLength(20);
        fact.Property(f => f.Destination).HasMaxLength(2);
        fact.Property(f => f.Subtype).HasMaxLength(40);
        fact.Property(f => f.Topics).HasMaxLength(600);
        fact.Property(f => f.Currency).HasMaxLength(3);
        fact.HasIndex(f => new { f.Organisation, f.On });
        fact.HasIndex(f => f.Team);
        fact.HasIndex(f => f.Record);
        fact.HasIndex(f => f.Person);
    });
}
