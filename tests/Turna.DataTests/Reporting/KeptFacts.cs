using Shouldly;
using Turna.Data;
using Turna.Evidence;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Testing;

namespace Turna.DataTests.Reporting;

/// <summary>Facts put into the database as they stand, without the records they would come from.</summary>
internal static class KeptFacts
{
    public static Token TokenOf(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Token(bytes);
    }

    public static async Task KeepAsync(MemberScope scope, List<FactRow> facts)
    {
        var db = scope.Get<TurnaDb>();
        db.AddRange(facts);
        scope.Get<AuditLedger>().Record(scope.Actor, EvidenceActs.ReportExported);
        (await db.CommitAsync(Done.It, CancellationToken.None)).Succeeded.ShouldBeTrue();
        db.ChangeTracker.Clear();
    }
}
