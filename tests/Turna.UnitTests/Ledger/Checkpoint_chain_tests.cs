using Turna.Ledger;

namespace Turna.UnitTests.Ledger;

/// <summary>Which checkpoints a ledger misses, by what those that are left say and by how long its leaves went without one.</summary>
public sealed class Checkpoint_chain_tests
{
    private static readonly DateTime Start = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    // Each leaf: seconds since the start, and after a colon what the checkpoint behind it says it follows ("old": a note that names none).
    [Theory]
    [InlineData("0:0 1 2 3", null)]
    [InlineData("0:0 1 12:1 13", null)]
    [InlineData("0 0 0:0 12 12 12:3", null)]
    [InlineData("0:0 1 12:1 30:3", null)]
    [InlineData("0:0 1 12:1 30:1", "the checkpoint at 4 does not follow that at 3")]
    [InlineData("0:0 12 30:2", "the checkpoint at 2 is missing; that at 3 follows it")]
    [InlineData("0:0 1 12:1 30", "a checkpoint is missing behind leaf 3")]
    [InlineData("0:0 12 30:1", "a checkpoint is missing behind leaf 1")]
    [InlineData("0 1 2:0", "a checkpoint is missing behind leaf 0")]
    [InlineData("0 1 2", "the ledger has no checkpoint")]
    [InlineData("0:old 30 60:old 61", null)]
    [InlineData("0:old 30 60:1 61", null)]
    [InlineData("0:old 12:1 30:old", "the checkpoint at 3 does not name the one before")]
    public void What_is_missing_is_told_once(string ledger, string? missing)
    {
        var chain = new CheckpointChain();
        var told = new List<string?>();
        var leaves = ledger.Split(' ');
        for (var i = 0; i < leaves.Length; i++)
        {
            var parts = leaves[i].Split(':');
            var at = Start.AddSeconds(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
            var note = parts.Length == 1 ? null : parts[1] == "old" ? "turna/ledger\n1\nroot\n\n— " : $"turna/ledger\n1\nroot\nafter {parts[1]}\n\n— ";
            told.Add(chain.Missing(i, at, note is null ? null : new CheckpointRow { Size = i + 1, Root = [], At = at, Note = note }));
        }

        told.Add(chain.MissingAtEnd(leaves.Length));
        told.OfType<string>().ShouldBe(missing is null ? [] : [missing]);
    }

    [Fact]
    public void A_checkpoint_is_due_after_256_leaves_or_ten_seconds()
    {
        CheckpointChain.IsDue(1, Start, 0, DateTime.MinValue).ShouldBeTrue();
        CheckpointChain.IsDue(256, Start, 1, Start).ShouldBeFalse();
        CheckpointChain.IsDue(257, Start, 1, Start).ShouldBeTrue();
        CheckpointChain.IsDue(2, Start.AddSeconds(10), 1, Start).ShouldBeTrue();
        CheckpointChain.IsDue(1, Start.AddSeconds(10), 1, Start).ShouldBeFalse();
    }
}
