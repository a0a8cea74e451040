using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>
/// Second work on a register: makes people, consultations and facts of its rows, sealed one by one beside the writer, and saves all of them with
/// the report in one commit, in which the staging is destroyed too. Until then nothing is to be seen, and nothing has to be taken back.
/// </summary>
internal sealed class PublishRegister(
    TurnaDb db, KeyVault vault, AuditLedger ledger, ImportShelf shelf, StagedRows staged, RowPrints prints, ImportPeople people, Facts facts, StaffDirectory staff, TimeProvider clock)
{
    private const int ObjectsInLeaf = 1_000;

    public async Task<Result<Done>> HandleAsync(ImportId id, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        if (await shelf.FindAsync(id, actor, cancel) is not { } open || open.Import.Step != ImportStep.Publishing) return Error.NotFound;
        if (!actor.MayIn(CasesPermissions.Supervise, open.Import.Team)) return Error.NotFound;
        var receipt = await shelf.OpenAsync(open, "publishing of a register", actor, cancel);
        var decisions = await shelf.ReadAsync<Decisions>(open, receipt, PartKind.Decisions, 0, cancel) ?? new Decisions();
        var rows = await RowsAsync(open, receipt, watch, cancel);
        await MarkRepeatedAsync(rows, actor, cancel);

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var known = await people.EnterAsync(rows, decisions, open.Import, today, actor, watch, cancel);
        var lines = await ConsultationsAsync(open.Import, rows, known, decisions, today, actor, watch, cancel);
        await SealReportAsync(open.Import, lines, cancel);
        await EndAsync(open.Import, lines, known, actor, cancel);
        return await db.CommitAsync(Done.It, cancel);
    }

    private async Task<List<StagedRow>> RowsAsync(OpenableImport open, OpeningReceipt receipt, IWorkWatch watch, CancellationToken cancel)
    {
        var rows = new List<StagedRow>(open.Import.Rows);
        var corrections = await staged.CorrectionsAsync(open, receipt, cancel);
        for (var part = 0; await shelf.ReadAsync<List<StagedRow>>(open, receipt, PartKind.Rows, part, cancel) is { } some; part++)
        {
            rows.AddRange(some.Select((row, i) => corrections.Of((part * ReadRegister.RowsInPart) + i, row)));
            await watch.StepAsync(0, open.Import.Rows, cancel);
        }

        return rows;
    }

    // Another register may have come in since the rows were read.
    private async Task MarkRepeatedAsync(List<StagedRow> rows, Actor actor, CancellationToken cancel)
    {
        var known = await prints.KnownAsync(rows.Where(r => r.Print.Length > 0).Select(r => TokenOf(r)), actor, cancel);
        for (var i = 0; i < rows.Count; i++) rows[i] = rows[i] with { Repeated = rows[i].Print.Length > 0 && known.Contains(TokenOf(rows[i])) };
    }

    private static Token TokenOf(StagedRow row) => new(Convert.FromHexString(row.Print));

    private async Task<List<ReportLine>> ConsultationsAsync(
        Import import, List<StagedRow> rows, EnteredPeople known, Decisions decisions, DateOnly today, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = new ReportLine[rows.Count];
        // In the order of their fingerprints, which is the order of chance: ids made in the order of the rows would say which person is whose.
        var order = Enumerable.Range(0, rows.Count).OrderBy(i => rows[i].Print, StringComparer.Ordinal).ToList();
        for (var step = 0; step < order.Count; step++)
        {
            var (i, row) = (order[step], rows[order[step]]);
            var day = decisions.DayOf(row.Row, today);
            var outcome = OutcomeOf(row, day);
            var entered = outcome == RowOutcome.Entered ? await EnterAsync(import, row, day!.Value, known.Of(i), actor, now, cancel) : null;
            if (entered is not null)
            {
                db.Add(new ImportedRow { Row = TokenOf(row), Organisation = actor.Organisation });
                import.Reach(day!.Value);
            }

            lines[i] = new ReportLine(row.Row, outcome, entered?.Value, known.KeyOf(i), known.Of(i)?.IsNew ?? false, known.RemarksOf(i)) { ByHand = row.ByHand };
            if ((step + 1) % ReadRegister.RowsInPart == 0) await watch.StepAsync(step + 1, order.Count, cancel);
        }

        await watch.StepAsync(order.Count, order.Count, cancel);
        return [.. lines];
    }

    private static RowOutcome OutcomeOf(StagedRow row, DateOnly? day)
    {
        if (row.Row.Status == RegisterRowStatus.Skipped) return RowOutcome.Skipped;
        if (row.Repeated) return RowOutcome.Repeated;
        if (row.Row.Status == RegisterRowStatus.Rejected) return RowOutcome.Rejected;
        return day is null ? RowOutcome.NoDay : RowOutcome.Entered;
    }

    private async Task<ConsultationId?> EnterAsync(Import import, StagedRow staged, DateOnly on, EnteredPerson? person, Actor actor, DateTime now, CancellationToken cancel)
    {
        var row = staged.Row;
        var topics = row.Topics.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var consultation = new Consultation
        {
            Id = ConsultationId.New(), Organisation = import.Organisation, Team = import.Team, Member = actor.Member, On = on, LoggedAt = now,
            Channel = row.Channel ?? string.Empty, Country = row.Country, Language = PublishRows.UnknownLanguage,
            Asker = person is null ? Asker.Anonymous : Asker.Person,
            Topics = string.Join(' ', topics),
            Sensitivity = row.Restricted ? Sensitivity.Restricted : Sensitivity.Standard,
            PersonLink = person is null ? null : vault.LinkToken(Consultation.LinkKind, person.Id.Value),
        };
        var key = await vault.CreateAsync(consultation.Subject, import.Organisation, [CircleId.Of(import.Team)], cancel);
        consultation.Content = vault.Seal(key, consultation.ContentPlace, new ConsultationContent(person?.Id.Value, PublishRows.Words(row, person is not null), row.City, RegisterNote.Of(staged)));
        db.Add(consultation);
        facts.Publish(import.Organisation, new Fact(consultation.Id.Value, FactKind.Consultation, on, import.Team, person?.On(on) ?? Unnamed(row, on))
        {
            Destination = row.Country, Subtype = row.Channel, Topics = topics,
            Recovered = row is { Recovered: { } sum, Currency: { } currency } ? new Money(sum, currency) : null,
        });
        return consultation.Id;
    }

    private static FactPerson Unnamed(RegisterRow row, DateOnly on) =>
        new(null, NewPeople.SexOf(row), PersonFacts.AgeOn(NewPeople.BornOf(row), on), NewPeople.OblastOf(row));

    private async Task SealReportAsync(Import import, List<ReportLine> lines, CancellationToken cancel)
    {
        import.Report = Guid.CreateVersion7();
        var key = await vault.CreateAsync(new SubjectId(import.Report.Value), import.Organisation, [CircleId.Of(import.Team)], cancel);
        var number = 0;
        foreach (var some in lines.Chunk(ReadRegister.RowsInPart)) db.Add(shelf.Seal(import, key, PartKind.Report, number++, some.ToList()));
    }

    private async Task EndAsync(Import import, List<ReportLine> lines, EnteredPeople known, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        (import.Step, import.FinishedAt) = (ImportStep.Published, now);
        (import.Published, import.Registered) = (lines.Count(l => l.Outcome == RowOutcome.Entered), known.Registered);
        (import.Repeated, import.Dayless) = (lines.Count(l => l.Outcome == RowOutcome.Repeated), lines.Count(l => l.Outcome == RowOutcome.NoDay));
        await shelf.RemoveAllButAsync(import.Id, [PartKind.Report], cancel);
        await vault.EraseAsync(import.Subject, now, cancel);
        foreach (var some in lines.Select(l => l.Consultation).OfType<Guid>().Order().Chunk(ObjectsInLeaf))
            ledger.RecordFor("register", actor, CasesActs.ConsultationLogged, some);
        foreach (var some in known.TouchedBefore.Select(p => p.Value).Order().Chunk(ObjectsInLeaf))
            ledger.RecordFor("register", actor, CasesActs.RegisterImported, some);
        ledger.Record(actor, CasesActs.RegisterImported, import.Id.Value);
    }
}
