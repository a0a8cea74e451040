using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.BringingIn;

/// <summary>Confirms what the columns mean, remembers it, and hands the file to be read.</summary>
internal sealed class ChooseColumns(TurnaDb db, AuditLedger ledger, ImportShelf shelf, ColumnMemory memory, ImportJobs jobs)
{
    /// <summary>The choices by position of the column; those not given stay as proposed.</summary>
    internal sealed record Input(ImportId Id, IReadOnlyDictionary<int, RegisterField?> Fields);

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.FindAsync(input.Id, actor, cancel) is not { } open) return Error.NotFound;
        if (open.Import.Step is not (ImportStep.Columns or ImportStep.Preview)) return Error.Refuse("This register is already on its way.");
        var receipt = await shelf.OpenAsync(open, "columns of a register", actor, cancel);
        if (await shelf.ReadAsync<FileLayout>(open, receipt, PartKind.Layout, 0, cancel) is not { } layout) return Error.NotFound;

        var columns = layout.Columns.Select((c, i) => input.Fields.TryGetValue(i, out var field) ? c with { Field = field, Confidence = 1 } : c).ToList();
        if (WhyNot(columns) is { } why) return why;
        await memory.KeepAsync(columns, actor, cancel);
        await shelf.ReplaceAsync(open, PartKind.Layout, layout with { Columns = columns }, cancel);
        await jobs.BeginAsync(open.Import, ImportStep.Reading, actor, cancel);
        ledger.Record(actor, CasesActs.RegisterStaged, open.Import.Id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    private static Error? WhyNot(IReadOnlyList<ColumnChoice> columns)
    {
        bool Has(RegisterField field) => columns.Any(c => c.Field == field);
        if (!Has(RegisterField.Date)) return Error.Refuse("Say which column holds the day of the consultation");
        return Has(RegisterField.Topic) || Has(RegisterField.Name) || Has(RegisterField.FamilyName) ? null : Error.Refuse("Say which column holds the question or the name");
    }
}
