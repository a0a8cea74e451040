using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>The report on a register that came in: what became of each row. Opened on record.</summary>
internal sealed class ReportOnRegister(TurnaDb db, ImportShelf shelf, ConsultationShelf consultations, KeyVault vault, AuditLedger ledger)
{
    /// <summary>What stands in a line in the place of what is closed with the record of whom it concerns.</summary>
    public static readonly string Closed = Texts.Key("Closed with her record: only those who may open it read it.");

    private const int LinesAtOnce = 500;

    /// <summary>The lines in the order of the file; null when there is no report, or not for her. What is closed to her with a record is left out of its lines.</summary>
    public async Task<IReadOnlyList<ReportLine>?> OpenAsync(ImportId id, Act act, Actor actor, CancellationToken cancel)
    {
        if (await shelf.SeeAsync(id, actor, cancel) is not { Report: { } report } import) return null;
        if (await vault.FindKeyAsync(new SubjectId(report), cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, act, "report on a register", [key.Subject], cancel);
        var open = new OpenableImport(import, key);
        var lines = new List<ReportLine>(import.Rows);
        for (var part = 0; await shelf.ReadAsync<List<ReportLine>>(open, receipt, PartKind.Report, part, cancel) is { } some; part++) lines.AddRange(some);
        return await WithoutClosedAsync(lines, actor, cancel);
    }

    private async Task<IReadOnlyList<ReportLine>> WithoutClosedAsync(List<ReportLine> lines, Actor actor, CancellationToken cancel)
    {
        var closed = new HashSet<Guid>();
        foreach (var some in lines.Select(l => l.Consultation).OfType<Guid>().Chunk(LinesAtOnce))
        {
            var ids = some.Select(c => new ConsultationId(c)).ToList();
            var rows = await db.Set<Consultation>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
            closed.UnionWith((await consultations.ClosedAsync(rows, actor, cancel)).Select(c => c.Value));
        }

        // Of a row that came in before the file tells the words, but not which consultation keeps them.
        return closed.Count == 0 ? lines : lines.ConvertAll(line => line.Outcome == RowOutcome.Repeated || (line.Consultation is { } consultation && closed.Contains(consultation)) ? Blank(line) : line);
    }

    private static ReportLine Blank(ReportLine line) => line with
    {
        Row = new RegisterRow
        {
            Sheet = line.Row.Sheet, Number = line.Row.Number, Status = line.Row.Status, Date = line.Row.Date, Country = line.Row.Country, Topics = line.Row.Topics, Restricted = line.Row.Restricted,
        },
        Person = null,
        Remarks = [Closed],
        ByHand = null,
    };
}
