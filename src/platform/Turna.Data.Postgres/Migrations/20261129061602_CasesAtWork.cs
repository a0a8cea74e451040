using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CasesAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_relation_to",
                table: "people_relation");

            migrationBuilder.DropIndex(
                name: "ix_people_person_team",
                table: "people_person");

            migrationBuilder.DropIndex(
                name: "ix_members_membership_team",
                table: "members_membership");

            migrationBuilder.DropIndex(
                name: "ix_evidence_fact_person",
                table: "evidence_fact");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_assignee_done_at_due_on",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_case",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_consultation",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_team_done_at_due_on",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_import_file",
                table: "cases_import");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_case",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation");

            migrationBuilder.CreateIndex(
                name: "ix_people_relation_to",
                table: "people_relation",
                column: "to",
                filter: "\"to\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_people_person_team",
                table: "people_person",
                column: "team",
                filter: "\"team\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_members_membership_team",
                table: "members_membership",
                column: "team",
                filter: "\"team\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_person",
                table: "evidence_fact",
                column: "person",
                filter: "\"person\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_assignee_due_on_seen_at_team_case_organisation",
                table: "cases_task",
                columns: new[] { "assignee", "due_on", "seen_at", "team", "case", "organisation" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_case",
                table: "cases_task",
                column: "case",
                filter: "\"case\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_consultation",
                table: "cases_task",
                column: "consultation",
                filter: "\"consultation\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_team_due_on_assignee_case_organisation",
                table: "cases_task",
                columns: new[] { "team", "due_on", "assignee", "case", "organisation" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_file",
                table: "cases_import",
                column: "file",
                filter: "\"file\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_case",
                table: "cases_consultation",
                column: "case",
                filter: "\"case\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation",
                column: "person_link",
                filter: "\"person_link\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_id_team",
                table: "cases_case",
                columns: new[] { "id", "team" },
                filter: "sensitivity = 'Protected'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team",
                table: "cases_case",
                column: "team",
                filter: "in_danger");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case",
                columns: new[] { "team", "responsible", "sensitivity" },
                filter: "stage <> 'Closed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_relation_to",
                table: "people_relation");

            migrationBuilder.DropIndex(
                name: "ix_people_person_team",
                table: "people_person");

            migrationBuilder.DropIndex(
                name: "ix_members_membership_team",
                table: "members_membership");

            migrationBuilder.DropIndex(
                name: "ix_evidence_fact_person",
                table: "evidence_fact");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_assignee_due_on_seen_at_team_case_organisation",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_case",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_consultation",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_task_team_due_on_assignee_case_organisation",
                table: "cases_task");

            migrationBuilder.DropIndex(
                name: "ix_cases_import_file",
                table: "cases_import");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_case",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_id_team",
                table: "cases_case");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team",
                table: "cases_case");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case");

            migrationBuilder.CreateIndex(
                name: "ix_people_relation_to",
                table: "people_relation",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_people_person_team",
                table: "people_person",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_members_membership_team",
                table: "members_membership",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_person",
                table: "evidence_fact",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_assignee_done_at_due_on",
                table: "cases_task",
                columns: new[] { "assignee", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_case",
                table: "cases_task",
                column: "case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_consultation",
                table: "cases_task",
                column: "consultation");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_team_done_at_due_on",
                table: "cases_task",
                columns: new[] { "team", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_file",
                table: "cases_import",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_case",
                table: "cases_consultation",
                column: "case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation",
                column: "person_link");
        }
    }
}
