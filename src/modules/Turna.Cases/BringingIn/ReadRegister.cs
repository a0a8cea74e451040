using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>How far the work is, and whether it may go on. Asked between any two batches.</summary>
internal interface IWorkWatch
{
    /// <exception cref="WorkStoppedException">It was cancelled, or the session it is bound to has ended.</exception>
    Task StepAsync(int done, int total, CancellationToken cancel);
}

/// <summary>
/// First work on a register: reads its rows as the columns say, suggests who is who, looks for those registered, and seals the result in
/// batches. Publishes nothing; running it again begins anew.
/// </summary>
internal sealed class ReadRegister(
    TurnaDb db, TurnaDbFactory units, AuditLedger ledger, ImportShelf shelf, RowPrints prints, LikelyPeople likely, StaffDirectory staff)
{
    public const int RowsInPart = 500;
    public const int LinesOnPage = 25;

    private static readonly PartKind[] Given = [PartKind.File, PartKind.Layout];

    public async Task<Result<Done>> HandleAsync(ImportId id, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        if (await shelf.FindAsync(id, actor, cancel) is not { } open || open.Import.Step != ImportStep.Reading) return Error.NotFound;
        var receipt = await shelf.OpenAsync(open, "reading of a register", actor, cancel);
        var layout = (await shelf.ReadAsync<FileLayout>(open, receipt, PartKind.Layout, 0, cancel))!;
        var content = await shelf.FileAsync(open, receipt, cancel);
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var read = RegisterFile.Read(content, layout.FileName, today, MappingOf(layout), progress: null, cancel);
        if (!read.Succeeded) return read.Error;

        var register = read.Value;
        await watch.StepAsync(0, register.Rows.Count, cancel);
        var groups = RegisterGrouping.Of(register, cancel);
        register = RegisterGrouping.WithoutSharedDocuments(register, groups);
        await ClearAsync(id, cancel);
        var rows = await StageRowsAsync(open, register, groups, actor, watch, cancel);
        var people = await StagePeopleAsync(open, register, groups, rows, today, actor, watch, cancel);
        return await FinishAsync(open, rows, people, today, actor, cancel);
    }

    /// <summary>What is only kept as text is read as a remark: it may still say how she can be reached without danger.</summary>
    private static Dictionary<string, RegisterField> MappingOf(FileLayout layout)
    {
        var mapping = new Dictionary<string, RegisterField>(StringComparer.Ordinal);
        foreach (var column in layout.Columns) mapping.TryAdd(column.Heading, column.Field ?? RegisterField.Remark);
        return mapping;
    }

    private async Task ClearAsync(ImportId id, CancellationToken cancel)
    {
        await using var unit = units.Create();
        var ids = await unit.Set<ImportPart>().AsNoTracking().Where(p => p.Import == id && !Given.Contains(p.Kind)).Select(p => p.Id).ToListAsync(cancel);
        unit.RemoveRange(ids.Select(part => new ImportPart { Id = part, Import = id }));
        await unit.CommitAsync(Done.It, cancel);
    }

    private async Task<List<StagedRow>> StageRowsAsync(
        OpenableImport open, Register register, RegisterGroups groups, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        var staged = new List<StagedRow>(register.Rows.Count);
        var repeats = new RowPrints.Counter();
        for (var at = 0; at < register.Rows.Count; at += RowsInPart)
        {
            var end = Math.Min(at + RowsInPart, register.Rows.Count);
            var tokens = Enumerable.Range(at, end - at).Select(i => prints.Of(register.Rows[i], repeats)).ToList();
            var known = await prints.KnownAsync(tokens.OfType<Token>(), actor, cancel);
            for (var i = at; i < end; i++)
            {
                var token = tokens[i - at];
                staged.Add(new StagedRow(register.Rows[i], groups.People[i], token?.ToString() ?? string.Empty, token is { } print && known.Contains(print)));
            }

            await PutAsync(open, PartKind.Rows, at / RowsInPart, staged.GetRange(at, end - at), cancel);
            await watch.StepAsync(end, register.Rows.Count, cancel);
        }

        await PutAsync(open, PartKind.Index, 0, RowIndex.Of(staged), cancel);
        return staged;
    }

    private async Task<int> StagePeopleAsync(
        OpenableImport open, Register register, RegisterGroups groups, List<StagedRow> rows, DateOnly today, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        var circles = FilePeople.Of(register, groups, rows);
        var page = new List<StagedPerson>(LinesOnPage);
        var pages = 0;
        foreach (var few in circles.Chunk(RowsInPart))
        {
            var matches = await likely.FindAsync([.. few.Select(c => NewPeople.Of(c.Id, c.Rows.Select(r => r.Row), open.Import.Team, today))], actor, cancel);
            for (var i = 0; i < few.Length; i++)
            {
                var person = few[i].Staged([.. matches[i].Select(m => new StagedMatch(m.Id.Value, m.Sure, m.Why) { Contradictions = m.Contradictions })]);
                // Somebody with one row whom nobody resembles needs no decision.
                if (person.Visits.Count == 1 && person.Matches.Count == 0) continue;
                page.Add(person);
                if (page.Count < LinesOnPage) continue;
                await PutAsync(open, PartKind.People, pages++, page, cancel);
                page = [];
            }

            await watch.StepAsync(register.Rows.Count, register.Rows.Count, cancel);
        }

        if (page.Count > 0) await PutAsync(open, PartKind.People, pages, page, cancel);
        return circles.Count;
    }

    private async Task PutAsync<T>(OpenableImport open, PartKind kind, int number, T content, CancellationToken cancel)
        where T : class
    {
        await using var unit = units.Create();
        unit.Add(shelf.Seal(open, kind, number, content));
        await unit.CommitAsync(Done.It, cancel);
    }

    private async Task<Result<Done>> FinishAsync(OpenableImport open, List<StagedRow> rows, int people, DateOnly today, Actor actor, CancellationToken cancel)
    {
        int Count(RegisterRowStatus status) => rows.Count(r => r.Row.Status == status && !r.Repeated);
        var import = open.Import;
        (import.Rows, import.Doubtful, import.Rejected, import.Skipped) =
            (rows.Count, Count(RegisterRowStatus.Doubtful), Count(RegisterRowStatus.Rejected), Count(RegisterRowStatus.Skipped));
        (import.Repeated, import.People) = (rows.Count(r => r.Repeated), people);
        import.Dayless = rows.Count(r => !r.Repeated && PublishRows.IsEntry(r.Row) && PublishRows.DayOf(r.Row.Date, today) is null);
        import.Step = ImportStep.Preview;
        db.Add(shelf.Seal(open, PartKind.Decisions, 0, new Decisions()));
        db.Add(shelf.Seal(open, PartKind.Corrections, 0, new Corrections()));
        ledger.Record(actor, CasesActs.RegisterStaged, import.Id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
