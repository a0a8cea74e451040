using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>The report on a register that came in: what became of each row. Opened on record.</summary>
internal sealed class ReportOnRegister(ImportShelf shelf, KeyVault vault, AuditLedger ledger)
{
    /// <summary>The lines in the order of the file; null when there is no report, or not for her.</summary>
    public async Task<IReadOnlyList<ReportLine>?> OpenAsync(ImportId id, Act act, Actor actor, CancellationToken cancel)
    {
        if (await shelf.SeeAsync(id, actor, cancel) is not { Report: { } report } import) return null;
        if (await vault.FindKeyAsync(new SubjectId(report), cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, act, "report on a register", [key.Subject], cancel);
        var open = new OpenableImport(import, key);
        var lines = new List<ReportLine>(import.Rows);
        for (var part = 0; await shelf.ReadAsync<List<ReportLine>>(open, receipt, PartKind.Report, part, cancel) is { } some; part++) lines.AddRange(some);
        return lines;
    }
}
