using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>A row of a register that a member may correct before it comes in.</summary>
/// <param name="Read">As it was read.</param>
/// <param name="Now">As it stands, corrected by whoever looked at it before.</param>
/// <param name="Revision">How often it was corrected.</param>
/// <param name="Written">As it stands in the file: heading and cell.</param>
internal sealed record CorrectableRow(StagedRow Read, StagedRow Now, int Revision, IReadOnlyList<(string Heading, string Written)> Written);

/// <summary>
/// Corrects a row before it comes in, or confirms it as it was read. What was read stays sealed as it is: who is who, and by what a row is known
/// again, do not change with it.
/// </summary>
internal sealed class CorrectRow(TurnaDb db, AuditLedger ledger, ImportShelf shelf, StagedRows rows, WrittenRow written, StaffDirectory staff)
{
    public const int FirstYear = 1990;
    private const int OldestYears = 110;
    private const decimal LargestSum = 1_000_000_000_000m;

    /// <param name="Id">Which import.</param>
    /// <param name="Position">Of the row in the file, from 0.</param>
    /// <param name="Revision">The one she saw.</param>
    /// <param name="Values">As she says them; null confirms the row as it stands.</param>
    internal sealed record Input(ImportId Id, int Position, int Revision, RowValues? Values);

    /// <summary>The row, opened on record; null when it is missing, came in before, or can't be corrected any more.</summary>
    public async Task<CorrectableRow?> OpenAsync(ImportId id, int position, Actor actor, CancellationToken cancel)
    {
        if (await shelf.FindAsync(id, actor, cancel) is not { Import.Step: ImportStep.Preview } open) return null;
        var receipt = await shelf.OpenAsync(open, "correction of a register", actor, cancel);
        return await FindAsync(open, receipt, await rows.CorrectionsAsync(open, receipt, cancel), position, cancel) is { } row
            ? row with { Written = await written.OfAsync(open, receipt, row.Read.Row, cancel) }
            : null;
    }

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.SeeAsync(input.Id, actor, cancel) is not { } import) return Error.NotFound;
        if (import.Step is ImportStep.Publishing or ImportStep.Published) return Error.Refuse("The register is being brought in or has come in already: correct the consultation itself.");
        if (import.Step != ImportStep.Preview || await shelf.FindAsync(input.Id, actor, cancel) is not { } open) return Error.NotFound;
        var receipt = await shelf.OpenAsync(open, "correction of a register", actor, cancel);
        var corrections = await rows.CorrectionsAsync(open, receipt, cancel);
        if (await FindAsync(open, receipt, corrections, input.Position, cancel) is not { } row) return Error.NotFound;
        if (row.Revision != input.Revision) return Error.Changed;

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        if (Check(input.Values, row, today) is { } wrong) return wrong;
        var corrected = CorrectionOf(input.Values, row, corrections.Rows.GetValueOrDefault(input.Position));
        corrections.Rows[input.Position] = corrected;
        await shelf.ReplaceAsync(open, PartKind.Corrections, corrections, cancel);
        Count(open.Import, row.Now, -1, today);
        Count(open.Import, corrected.Of(row.Read), 1, today);
        // Two corrections at once, or one while it begins to come in, must not both be kept: the import is changed by each.
        db.Entry(open.Import).Property(i => i.Rows).IsModified = true;
        ledger.Record(actor, CasesActs.RegisterCorrected, open.Import.Id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    private async Task<CorrectableRow?> FindAsync(OpenableImport open, OpeningReceipt receipt, Corrections corrections, int position, CancellationToken cancel)
    {
        if (await rows.SomeAsync(open, receipt, new Corrections(), [position], cancel) is not [var (_, read)]) return null;
        return read.Repeated || read.Row.Status == RegisterRowStatus.Skipped ? null : new CorrectableRow(read, corrections.Of(position, read), corrections.RevisionOf(position), []);
    }

    private static RowCorrection CorrectionOf(RowValues? values, CorrectableRow row, RowCorrection? before)
    {
        var settled = new HashSet<string>(before?.Settled ?? [], StringComparer.Ordinal);
        settled.UnionWith(values is null ? DoubtField.All : RowValues.Fields);
        // That it could not be entered is settled by what it lacked.
        if (row.Read.Row.Status == RegisterRowStatus.Rejected) settled.Add("row");
        return new RowCorrection(values ?? RowValues.Of(row.Now.Row), [.. settled], row.Revision + 1);
    }

    private static Error? Check(RowValues? values, CorrectableRow row, DateOnly today)
    {
        if (values is null) return row.Now.Row.Status == RegisterRowStatus.Rejected ? Error.NotFound : null;
        var rejected = row.Read.Row.Status == RegisterRowStatus.Rejected;
        var (errors, lists) = (new FieldErrors(), CodeLists.Shipped);
        if (rejected && values.Date is null) errors.Add("Date", "Write the day of the contact");
        if (rejected && values.Topics.Count == 0) errors.Add("Topics", "Choose at least one topic");
        if (values.Date is { } date && date != row.Read.Row.Date && (date.Earliest > today || date.Year < FirstYear)) errors.Add("Date", "Write a day that has been");
        if (values.Country is not null && !lists.Countries.TryFind(values.Country, out _)) errors.Add("Country", "Choose the country from the list");
        if (values.Topics.Any(t => !lists.Topics.TryFind(t, out _))) errors.Add("Topics", "Choose the topics from the list");
        if (values.BirthYear is { } born && born != row.Read.Row.BirthYear && (born > today.Year || born < today.Year - OldestYears)) errors.Add("BirthYear", "Write the year of birth with four digits");
        CheckSums(values, row.Read.Row, errors);
        return errors.Any ? errors.ToError() : null;
    }

    // What the register left without a currency may stay so while the sums stay.
    private static void CheckSums(RowValues values, RegisterRow read, FieldErrors errors)
    {
        if (values.Claimed is < 0 or > LargestSum) errors.Add("Claimed", "Write the sum as a number, without the currency");
        if (values.Recovered is < 0 or > LargestSum) errors.Add("Recovered", "Write the sum as a number, without the currency");
        if (values.Currency is { } currency && !CodeLists.Shipped.Currencies.TryFind(currency, out _)) errors.Add("Currency", "Choose the currency from the list");
        var asItStood = read.Currency is null && (values.Claimed, values.Recovered) == (read.Claimed, read.Recovered);
        if (values.Currency is null && (values.Claimed ?? values.Recovered) is not null && !asItStood) errors.Add("Currency", "Choose the currency of the sums");
    }

    private static void Count(Import import, StagedRow staged, int one, DateOnly today)
    {
        var row = staged.Row;
        if (row.Status == RegisterRowStatus.Doubtful) import.Doubtful += one;
        if (row.Status == RegisterRowStatus.Rejected) import.Rejected += one;
        if (PublishRows.IsEntry(row) && PublishRows.DayOf(row.Date, today) is null) import.Dayless += one;
    }
}
