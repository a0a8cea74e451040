using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Asking;

/// <summary>What is asked. Sealed for the two.</summary>
internal sealed record QuestionText(string Who, string? BirthYear, string Why);

/// <summary>A question opened by one of the two, with its answer when there is one.</summary>
internal sealed record OpenQuestion(Question Row, SubjectKey Key, QuestionText Text, string? Answer);

/// <summary>Where questions between organisations stand: each opens for who asked and for the officer while she may answer, on record.</summary>
internal sealed class QuestionShelf(TurnaDb db, KeyVault vault, AuditLedger ledger)
{
    /// <summary>Her own, newest first, unopened.</summary>
    public async Task<IReadOnlyList<Question>> SentByAsync(MemberId member, CancellationToken cancel) =>
        await db.Set<Question>().AsNoTracking().Where(q => q.AskedBy == member).OrderByDescending(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync(cancel);

    /// <summary>Those that wait for her, oldest first, unopened.</summary>
    public async Task<IReadOnlyList<Question>> WaitingForAsync(MemberId member, CancellationToken cancel) =>
        await db.Set<Question>().AsNoTracking().Where(q => q.Officer == member && q.AnsweredAt == null && q.SetAsideAt == null).OrderBy(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync(cancel);

    /// <summary>Opens one of hers; null when it is missing or of others.</summary>
    public async Task<OpenQuestion?> OpenAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var answers = actor.May(PeoplePermissions.Answer);
        var row = await db.Set<Question>().SingleOrDefaultAsync(q => q.Id == id && (q.AskedBy == actor.Member || (answers && q.Officer == actor.Member)), cancel);
        if (row is null || await vault.FindKeyAsync(row.Subject, cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, PeopleActs.QuestionOpened, Purposes.Question, [row.Subject], cancel);
        var answer = row.Answer is { } sealedAnswer ? vault.OpenText(receipt, key, row.AnswerPlace, sealedAnswer) : null;
        return new OpenQuestion(row, key, vault.Open<QuestionText>(receipt, key, row.TextPlace, row.Text), answer);
    }
}
