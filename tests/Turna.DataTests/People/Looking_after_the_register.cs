using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Members.Administering;
using Turna.Members.Keeping;
using Turna.People.Asking;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Registering;
using Turna.People.Reviewing;
using Turna.People.Searching;
using Turna.Testing;

namespace Turna.DataTests.People;

public sealed class Looking_after_the_register_on_SQLite(TestOffice office) : Looking_after_the_register(office), IClassFixture<TestOffice>;

public sealed class Looking_after_the_register_on_PostgreSQL(PostgresOffice office) : Looking_after_the_register(office), IClassFixture<PostgresOffice>;

/// <summary>Duplicates of the whole register, the index made anew, questions between organisations: on both databases.</summary>
public abstract class Looking_after_the_register(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_through_the_register_queues_each_pair_once_and_never_what_was_decided()
    {
        var first = await Register("Бөкөнбаева", "Сыргак", 1987);
        var second = await Register("Bokonbaeva", "Syrgak", 1987);
        var sister = await Register("Бөкөнбаева", "Айтурган", 1985);

        await SeekAll();
        await SeekAll();

        var pairs = await QueuedPairs();
        pairs.Count(p => p == (first, second)).ShouldBe(1);
        pairs.ShouldNotContain(p => p.Item1 == sister || p.Item2 == sister);

        await Decide(first, second, TwinDecision.NotSame);
        (await QueuedPairs()).ShouldNotContain((first, second));
        await SeekAll();
        (await QueuedPairs()).ShouldNotContain((first, second));
    }

    [Fact]
    public async Task A_pair_left_for_later_comes_back_after_a_week_and_links_nobody()
    {
        var first = await Register("Чокморова", "Уркуя", 1979);
        var second = await Register("Chokmorova", "Urkuia", 1979);
        await SeekAll();

        await using (var scope = await office.AsAsync(office.Caseworker))
        {
            var due = await scope.Get<TwinQueue>().DueAsync(office.Organisation, 100, Cancel);
            var mine = due.Single(d => scope.Get<TwinQueue>().PeopleOf(d) == (first, second));
            (await scope.Get<PutOffTwin>().HandleAsync(mine.Id, scope.Actor, Cancel)).Succeeded.ShouldBeTrue();
        }

        (await QueuedPairs()).ShouldNotContain((first, second));
        office.Clock.Pass(TimeSpan.FromDays(8));
        (await QueuedPairs()).ShouldContain((first, second));
        await using var after = await office.AsAsync(office.Caseworker);
        (await after.Get<Twins>().GroupAsync(first, Cancel)).ShouldBe([first]);
    }

    [Fact]
    public async Task While_the_index_is_made_anew_everybody_is_found_and_afterwards_the_old_one_is_gone()
    {
        var early = await Register("Үкүболотова", "Кишимжан", 1990);
        await using (var scope = await office.AsAsync(office.Caseworker)) await scope.Get<IndexRounds>().BeginAsync(office.Organisation, 5_000, Cancel);
        var late = await Register("Үкүболотова", "Батийна", 1991);

        (await Find("Ukubolotova Kishimzhan")).ShouldContain(early);
        (await Find("Ukubolotova Batiina")).ShouldContain(late);

        await RekeyAll();

        (await Find("Ukubolotova Kishimzhan")).ShouldContain(early);
        (await Find("Ukubolotova Batiina")).ShouldContain(late);
        await using var after = await office.AsAsync(office.Caseworker);
        (await after.Get<TurnaDb>().Set<IndexRound>().CountAsync(r => r.Organisation == office.Organisation, Cancel)).ShouldBe(1);
        var newest = await after.Get<TurnaDb>().Set<IndexRound>().SingleAsync(r => r.Organisation == office.Organisation, Cancel);
        (await after.Get<TurnaDb>().Set<NameEntry>().AnyAsync(e => e.Round != newest.Number, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_erased_spelling_leaves_the_index()
    {
        var id = await Register("Жоошбаева", "Калыйбүбү", 1966);
        await using (var scope = await office.AsAsync(office.Caseworker))
        {
            var open = (await scope.Get<PersonShelf>().OpenForChangeAsync(id, scope.Actor, Cancel)).ShouldNotBeNull();
            await scope.Get<SearchIndex>().RemoveAsync(open.Row, open.Identity, Cancel);
            (await scope.Get<TurnaDb>().CommitAsync(Done.It, Cancel)).Succeeded.ShouldBeTrue();
        }

        (await Find("Жоошбаева Калыйбүбү")).ShouldNotContain(id);
    }

    [Fact]
    public async Task Who_asks_sees_only_sent_whatever_the_officer_does_short_of_an_answer_with_consent()
    {
        await using (var officer = await office.AsAsync(office.Elsewhere)) (await officer.Get<Officers>().SetAsync(takes: true, officer.Actor, Cancel)).Succeeded.ShouldBeTrue();
        var (answered, aside, untouched) = (await Ask("Асанова Айгүл"), await Ask("Бакытова Бермет"), await Ask("Маматова Зарина"));

        await using (var officer = await office.AsAsync(office.Elsewhere))
        {
            (await officer.Get<QuestionShelf>().OpenAsync(answered, officer.Actor, Cancel)).ShouldNotBeNull().Text.Who.ShouldBe("Асанова Айгүл");
            (await officer.Get<AnswerQuestion>().AnswerAsync(new AnswerQuestion.Input(answered, "She is with us.", Consented: false), officer.Actor, Cancel)).Succeeded.ShouldBeFalse();
        }

        await using (var officer = await office.AsAsync(office.Elsewhere))
            (await officer.Get<AnswerQuestion>().AnswerAsync(new AnswerQuestion.Input(answered, "She is with us.", Consented: true), officer.Actor, Cancel)).Succeeded.ShouldBeTrue();
        await using (var officer = await office.AsAsync(office.Elsewhere))
            (await officer.Get<AnswerQuestion>().SetAsideAsync(aside, officer.Actor, Cancel)).Succeeded.ShouldBeTrue();

        await using var asker = await office.AsAsync(office.Caseworker);
        (await asker.Get<QuestionShelf>().OpenAsync(answered, asker.Actor, Cancel)).ShouldNotBeNull().Answer.ShouldBe("She is with us.");
        (await asker.Get<QuestionShelf>().OpenAsync(aside, asker.Actor, Cancel)).ShouldNotBeNull().Answer.ShouldBeNull();
        (await asker.Get<QuestionShelf>().OpenAsync(untouched, asker.Actor, Cancel)).ShouldNotBeNull().Answer.ShouldBeNull();
        await using var colleague = await office.AsAsync(office.Colleague);
        (await colleague.Get<QuestionShelf>().OpenAsync(answered, colleague.Actor, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_answer_no_more_is_asked_and_answers_no_more_but_can_cease()
    {
        var lost = office.ProtectionSupervisor;
        await using (var officer = await office.AsAsync(lost)) (await officer.Get<Officers>().SetAsync(takes: true, officer.Actor, Cancel)).Succeeded.ShouldBeTrue();
        var question = await Ask("Исакова Жыпар", office.Elsewhere, lost);
        await using (var administrator = await office.AsAsync(office.Administrator))
        {
            var role = await administrator.Get<TurnaDb>().Set<Membership>().Where(m => m.Member == lost.Id).Select(m => m.Id).SingleAsync(Cancel);
            (await administrator.Get<TakeRole>().HandleAsync(lost.Id, role, administrator.Actor, Cancel)).Error.ShouldBeNull();
        }


        await using (var asker = await office.AsAsync(office.Elsewhere)) (await asker.Get<Officers>().ElsewhereAsync(asker.Actor, Cancel)).ShouldNotContain(o => o.Member == lost.Id);
        await using (var officer = await office.AsAsync(lost))
        {
            (await officer.Get<QuestionShelf>().OpenAsync(question, officer.Actor, Cancel)).ShouldBeNull();
            (await officer.Get<AnswerQuestion>().AnswerAsync(new AnswerQuestion.Input(question, "She is with us.", Consented: true), officer.Actor, Cancel)).Error.ShouldBe(Error.NotFound);
            (await officer.Get<AnswerQuestion>().SetAsideAsync(question, officer.Actor, Cancel)).Error.ShouldBe(Error.NotFound);
            (await officer.Get<Officers>().SetAsync(takes: true, officer.Actor, Cancel)).Error.ShouldBe(Error.NotFound);
            (await officer.Get<Officers>().SetAsync(takes: false, officer.Actor, Cancel)).Succeeded.ShouldBeTrue();
            (await officer.Get<Officers>().IsOfficerAsync(lost.Id, Cancel)).ShouldBeFalse();
            (await officer.Get<Officers>().SetAsync(takes: false, officer.Actor, Cancel)).Error.ShouldBe(Error.NotFound);
        }
    }

    private Task<Guid> Ask(string who) => Ask(who, office.Caseworker, office.Elsewhere);

    private async Task<Guid> Ask(string who, TestMember asker, TestMember officer)
    {
        await using var scope = await office.AsAsync(asker);
        var result = await scope.Get<AskOfficer>().HandleAsync(new AskOfficer.Input(Guid.CreateVersion7(), officer.Id.Value, who, "1989", "She may be in two places."), scope.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task SeekAll()
    {
        for (var done = 0; ;)
        {
            await using var scope = await office.AsAsync(office.Caseworker);
            var step = await scope.Get<IEnumerable<IRegisterWork>>().Single(w => w.Kind == RegisterWorkKinds.Twins).StepAsync(done, scope.Actor, Cancel);
            if (step.Finished) return;
            done = step.Done;
        }
    }

    // Restricted people of the protection team are hers, so a colleague of that team ends the work.
    private async Task RekeyAll()
    {
        foreach (var member in (TestMember[])[office.Caseworker, office.Protection, office.Caseworker])
        {
            for (var finished = false; !finished;)
            {
                await using var scope = await office.AsAsync(member);
                finished = (await scope.Get<Rekey>().StepAsync(0, scope.Actor, Cancel)).Finished;
            }
        }
    }

    private async Task<IReadOnlyList<(PersonId, PersonId)>> QueuedPairs()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var queue = scope.Get<TwinQueue>();
        return [.. (await queue.DueAsync(office.Organisation, 1000, Cancel)).Select(queue.PeopleOf)];
    }

    private async Task Decide(PersonId one, PersonId other, TwinDecision decision)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        (await scope.Get<DecideTwin>().HandleAsync(one, other, decision, scope.Actor, Cancel)).Succeeded.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<PersonId>> Find(string query)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        return [.. (await scope.Get<PersonFinder>().SearchAsync(query, scope.Actor, Cancel, 50)).People.Select(p => p.Id)];
    }

    private async Task<PersonId> Register(string family, string given, int year)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var result = await scope.Get<RegisterPerson>().HandleAsync(
            new NewPerson { Family = family, Given = given, Sex = Sex.Female, Born = PartialDate.Of(year) }, [], scope.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }
}
