using Microsoft.EntityFrameworkCore;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>What is remembered between requests is never older than what was acknowledged, and never another's.</summary>
public sealed class Remembering(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task An_answer_is_read_once_and_again_after_its_table_was_written_to()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var reads = 0;
        Task<int> AskAsync() => hers.Get<Remembered>().OrReadAsync(hers.Get<TurnaDb>(), "once", unit =>
        {
            reads++;
            return unit.Set<Person>().CountAsync(Now);
        }, typeof(Person)).AsTask();

        var before = await AskAsync();
        (await AskAsync()).ShouldBe(before);
        reads.ShouldBe(1);

        await RegisterAsync("Асанова Гүлмира");
        (await AskAsync()).ShouldBe(before + 1);
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_a_write_overtook_while_it_was_read_is_not_kept()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var (remembered, db) = (hers.Get<Remembered>(), hers.Get<TurnaDb>());

        var overtaken = await remembered.OrReadAsync(
            db, "overtaken",
            async unit =>
            {
                var before = await unit.Set<Person>().CountAsync(Now);
                await RegisterAsync("Алиева Бермет");
                return before;
            },
            typeof(Person));

        (await remembered.OrReadAsync(db, "overtaken", unit => unit.Set<Person>().CountAsync(Now), typeof(Person))).ShouldBe(overtaken + 1);
    }

    [Fact]
    public async Task Somebody_who_still_reads_the_state_of_before_leaves_no_old_answer_to_others()
    {
        await RegisterAsync("Маматова Айнура");
        await using var hers = await office.AsAsync(office.Caseworker);
        var remembered = hers.Get<Remembered>();
        await using var slow = hers.Get<TurnaDbFactory>().Create();
        var before = await slow.Set<Person>().CountAsync(Now);
        await using var reading = slow.Set<Person>().AsNoTracking().AsAsyncEnumerable().GetAsyncEnumerator(Now);
        (await reading.MoveNextAsync()).ShouldBeTrue();

        await RegisterAsync("Токтосунова Нургүл");
        await remembered.OrReadAsync(slow, "slow", unit => unit.Set<Person>().CountAsync(Now), typeof(Person));

        (await remembered.OrReadAsync(hers.Get<TurnaDb>(), "slow", unit => unit.Set<Person>().CountAsync(Now), typeof(Person))).ShouldBe(before + 1);
    }

    [Fact]
    public async Task That_there_is_nothing_is_asked_every_time()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var reads = 0;
        for (var i = 0; i < 3; i++)
        {
            await hers.Get<Remembered>().OrReadAsync(hers.Get<TurnaDb>(), "nothing", _ =>
            {
                reads++;
                return Task.FromResult<string?>(null);
            }, typeof(Person));
        }

        reads.ShouldBe(3);
    }

    [Fact]
    public async Task Each_organisation_and_each_team_is_answered_with_its_own()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var staff = hers.Get<StaffDirectory>();

        for (var round = 0; round < 2; round++)
        {
            (await staff.TeamsAsync(office.Organisation, Now)).Select(t => t.Id).ShouldBe([office.LegalTeam, office.ProtectionTeam]);
            (await staff.TeamsAsync(office.OtherOrganisation, Now)).Select(t => t.Id).ShouldBe([office.TeamElsewhere]);
            (await staff.ColleaguesAsync(office.OtherOrganisation, Now)).Select(c => c.Id).ShouldBe([office.Elsewhere.Id]);
            (await staff.ColleaguesAsync(office.Organisation, Now)).ShouldNotContain(c => c.Id == office.Elsewhere.Id);
            (await staff.MembersOfAsync(office.TeamElsewhere, Now)).Select(c => c.Id).ShouldBe([office.Elsewhere.Id]);
            (await staff.FindAsync(office.Elsewhere.Id, Now))!.Actor.Organisation.ShouldBe(office.OtherOrganisation);
            (await staff.FindAsync(office.Caseworker.Id, Now))!.Actor.Organisation.ShouldBe(office.Organisation);
        }
    }

    private async Task RegisterAsync(string name)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { WholeName = name, Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };
        (await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Now)).Succeeded.ShouldBeTrue();
    }
}
