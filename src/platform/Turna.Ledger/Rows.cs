using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>A leaf as stored: its canonical bytes, their hash, and what is looked up by.</summary>
internal sealed class LeafRow
{
    public long Index { get; init; }

    public OrganisationId Organisation { get; init; }

    public DateTime At { get; init; }

    public required string Act { get; init; }

    public Token Actor { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>Which leaves mention an object: how a person is shown who opened her file.</summary>
internal sealed class MentionRow
{
    public Token Object { get; init; }

    public long Index { get; init; }
}

/// <summary>A signed statement of the tree at a size.</summary>
internal sealed class CheckpointRow
{
    public long Size { get; init; }

    public required byte[] Root { get; init; }

    public DateTime At { get; init; }

    /// <summary>C2SP signed-note text.</summary>
    public required string Note { get; init; }
}

/// <summary>The tree's right edge, so that a start need not read every leaf. One row.</summary>
internal sealed class TreeRow
{
    public int Id { get; init; }

    public long Size { get; init; }

    public required byte[] Edge { get; init; }

    /// <summary>False in a database from before rows bore stamps, until they have been given theirs.</summary>
    public bool Stamped { get; set; }
}

internal static class Rows
{
    private const string Why = "The ledger's own rows are protected by its tree.";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<LeafRow>(leaf =>
        {
            leaf.ToTable("ledger_leaf");
            leaf.HasKey(l => l.Index);
            leaf.Property(l => l.Index).ValueGeneratedNever();
            leaf.Property(l => l.Act).HasMaxLength(60);
            leaf.HasIndex(l => new { l.Organisation, l.At });
            leaf.Metadata.IsUnledgered(Why);
        });
        model.Entity<MentionRow>(mention =>
        {
            mention.ToTable("ledger_mention");
            mention.HasKey(m => new { m.Object, m.Index });
            mention.Metadata.IsUnledgered(Why);
        });
        model.Entity<CheckpointRow>(checkpoint =>
        {
            checkpoint.ToTable("ledger_checkpoint");
            checkpoint.HasKey(c => c.Size);
            checkpoint.Property(c => c.Size).ValueGeneratedNever();
            checkpoint.Metadata.IsUnledgered(Why);
        });
        model.Entity<TreeRow>(tree =>
        {
            tree.ToTable("ledger_tree");
            tree.HasKey(t => t.Id);
            tree.Property(t => t.Id).ValueGeneratedNever();
            tree.HasData(new TreeRow { Id = 1, Size = 0, Edge = [], Stamped = true });
            tree.Metadata.IsUnledgered(Why);
        });
    }
}
