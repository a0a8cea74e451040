using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.KeepingTexts;

/// <summary>What is written of a ready text.</summary>
/// <param name="Id">Made by the form that adds it.</param>
/// <param name="Revision">The revision she saw, where one is changed: what somebody else changed meanwhile is not overwritten.</param>
/// <param name="Title">What it is chosen by.</param>
/// <param name="Text">What it puts into the advice.</param>
internal sealed record ReadyTextInput(Guid Id, int Revision, string? Title, string? Text)
{
    public const int LongestTitle = 100;
    public const int LongestText = 4000;

    public string CleanTitle => Writing.Line(Title);

    public string CleanText => Writing.Text(Text);

    public async Task<FieldErrors> CheckAsync(TurnaDb db, Actor actor, CancellationToken cancel)
    {
        var (errors, title) = (new FieldErrors(), CleanTitle);
        if (title.Length is 0 or > LongestTitle) errors.Add(nameof(Title), "Write a title in {0} characters or fewer", LongestTitle);
        else if (await db.Set<CannedText>().AnyAsync(t => t.Organisation == actor.Organisation && t.Title == title && t.RetiredAt == null && t.Id != Id, cancel))
            errors.Add(nameof(Title), "There is a ready text of this title. Choose another");
        if (CleanText.Length is 0 or > LongestText) errors.Add(nameof(Text), "Write the text in {0} characters or fewer", LongestText);
        return errors;
    }
}

/// <summary>Adds a text that advice often repeats. It holds nothing about a person and is not sealed.</summary>
internal sealed class AddText(TurnaDb db, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(ReadyTextInput input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        if (!actor.May(CasesPermissions.KeepTexts)) return Error.NotFound;
        if (await db.Set<CannedText>().AnyAsync(t => t.Id == input.Id, cancel)) return Error.NotFound;
        var errors = await input.CheckAsync(db, actor, cancel);
        if (errors.Any) return errors.ToError();
        db.Add(new CannedText { Id = input.Id, Organisation = actor.Organisation, Title = input.CleanTitle, Text = input.CleanText });
        ledger.Record(actor, CasesActs.CannedTextChanged, input.Id);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Changes a ready text. Consultations keep what was written into them.</summary>
internal sealed class ChangeText(TurnaDb db, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(ReadyTextInput input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        if (!actor.May(CasesPermissions.KeepTexts)) return Error.NotFound;
        if (await db.Set<CannedText>().SingleOrDefaultAsync(t => t.Id == input.Id && t.Organisation == actor.Organisation, cancel) is not { } text) return Error.NotFound;
        if (text.Revision != input.Revision) return Error.Changed;
        var errors = await input.CheckAsync(db, actor, cancel);
        if (errors.Any) return errors.ToError();
        (text.Title, text.Text) = (input.CleanTitle, input.CleanText);
        ledger.Record(actor, CasesActs.CannedTextChanged, input.Id);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Takes a ready text out of use, or into use again. It is not deleted: what was said with it should be findable.</summary>
internal sealed class RetireText(TurnaDb db, AuditLedger ledger, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, bool retired, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        if (!actor.May(CasesPermissions.KeepTexts)) return Error.NotFound;
        if (await db.Set<CannedText>().SingleOrDefaultAsync(t => t.Id == id && t.Organisation == actor.Organisation, cancel) is not { } text) return Error.NotFound;
        if (text.RetiredAt is not null == retired) return Done.It;
        if (!retired && await db.Set<CannedText>().AnyAsync(t => t.Organisation == actor.Organisation && t.Title == text.Title && t.RetiredAt == null, cancel))
            return Error.Field("Title", "There is a ready text of this title. Choose another");
        text.RetiredAt = retired ? clock.GetUtcNow().UtcDateTime : null;
        ledger.Record(actor, CasesActs.CannedTextChanged, id);
        return await db.CommitAsync(Done.It, cancel);
    }
}
